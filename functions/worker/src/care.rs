//! Batches that have come too often: one of their files may end the process, by memory or by a defect below us, and every other with it.
//!
//! Which one it was, nobody is left to say. So such a batch is judged one file after the other, each written down before the next is begun,
//! and begins with another message at each receive: what stood in front of the bad one is known when it comes again, and costs two requests.

use crate::event::Message;

/// From this receive on: twice may be S3's fault, or a container's.
const SUSPICIOUS: u32 = 3;

/// True for a batch that is to be judged with care; its messages are then put into the order in which it is this receive's turn.
pub(crate) fn in_turn(messages: &mut [Message]) -> bool {
    let receives = messages.iter().map(|message| message.receives).max().unwrap_or_default();
    if receives < SUSPICIOUS {
        return false;
    }
    messages.rotate_left(receives as usize % messages.len());
    true
}

#[cfg(test)]
mod tests {
    use super::{SUSPICIOUS, in_turn};
    use crate::event::Message;

    fn batch(receives: &[u32]) -> Vec<Message> {
        let message = |(n, &receives): (usize, &u32)| Message { id: n.to_string(), receives, objects: Ok(Vec::new()) };
        receives.iter().enumerate().map(message).collect()
    }

    #[test]
    fn a_batch_that_comes_for_the_first_times_is_left_as_it_is() {
        for mut messages in [batch(&[]), batch(&[1]), batch(&[2, 1, 2])] {
            let before = messages.clone();
            assert!(!in_turn(&mut messages));
            assert_eq!(messages, before);
        }
    }

    #[test]
    fn behind_whichever_message_kills_none_stays_for_ever() {
        for killer in 0..10 {
            let mut done = [false; 10];
            // As often as it takes until each has been the last one.
            for receive in SUSPICIOUS..SUSPICIOUS + 10 {
                let mut messages = batch(&[receive; 10]);
                assert!(in_turn(&mut messages));
                for message in messages {
                    let index: usize = message.id.parse().expect("a number");
                    if index == killer {
                        break;
                    }
                    done[index] = true;
                }
            }
            assert_eq!(done.iter().filter(|done| !**done).count(), 1, "{killer}");
        }
    }
}
