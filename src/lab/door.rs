//! The door for a browser: a request goes in and a reply comes out, both as JSON.
//!
//! The page asks for room, writes its request there, asks, and reads the reply where it is told. See
//! [`Desk`](super::Desk) for what can be asked.
#![allow(
    unsafe_code,
    reason = "a name that a browser can call is given by an attribute that counts as unsafe; no unsafe block stands here"
)]

use std::cell::RefCell;

use super::{Desk, MARK};

#[derive(Default)]
struct Door {
    request: Vec<u8>,
    reply: Vec<u8>,
    desk: Desk,
}

thread_local! {
    static DOOR: RefCell<Door> = RefCell::default();
    /// What a panic said. It stands apart: the door may be open when one happens.
    static FAULT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Makes room for a request of so many bytes, and says where.
#[unsafe(no_mangle)]
pub extern "C" fn doorstroom_room(length: usize) -> *mut u8 {
    DOOR.with_borrow_mut(|door| {
        door.request.clear();
        door.request.resize(length, 0);
        door.request.as_mut_ptr()
    })
}

/// Answers the request that was written there, and says where the reply stands.
#[unsafe(no_mangle)]
pub extern "C" fn doorstroom_ask() -> *const u8 {
    std::panic::set_hook(Box::new(|fault| {
        FAULT.with_borrow_mut(|said| *said = format!("{fault} ({MARK})").into_bytes());
    }));
    DOOR.with_borrow_mut(|door| {
        let request = String::from_utf8_lossy(&door.request).into_owned();
        door.reply = door.desk.answer(&request).into_bytes();
        door.reply.as_ptr()
    })
}

/// How many bytes the last reply has.
#[unsafe(no_mangle)]
pub extern "C" fn doorstroom_length() -> usize {
    DOOR.with_borrow(|door| door.reply.len())
}

/// Where the text of a fault stands, after a call that did not return.
#[unsafe(no_mangle)]
pub extern "C" fn doorstroom_fault() -> *const u8 {
    FAULT.with_borrow(|said| said.as_ptr())
}

/// How many bytes that text has.
#[unsafe(no_mangle)]
pub extern "C" fn doorstroom_fault_length() -> usize {
    FAULT.with_borrow(|said| said.len())
}
