//! Tests of the studio.

use super::shelf::{MOST, MOST_BYTES};
use super::*;
use crate::picture::preview::Inviter;

fn studio() -> Studio {
    Studio::new([7; 32], FontFiles::new([""; 0]))
}

fn preview(name: &str) -> Preview {
    let inviter = Inviter { name: name.into(), address: None, initial: "R".into(), colour: "#8a4fa0".into() };
    Preview { site: "Verona".into(), accent: "#0b7a53".into(), inviter: Some(inviter) }
}

fn waited(studio: &Studio, id: &str) -> Picture {
    loop {
        match studio.take(id) {
            Picture::Awaited => thread::yield_now(),
            picture => return picture,
        }
    }
}

#[test]
fn a_picture_is_drawn_when_somebody_wants_it_and_once() {
    let studio = studio();
    let id = studio.preview(preview("romeo"), None);
    assert_eq!(studio.take(&id), Picture::Awaited);
    let Picture::Drawn(png) = waited(&studio, &id) else { panic!("it was not drawn") };
    assert_eq!(studio.preview(preview("romeo"), None), id);
    let Picture::Drawn(again) = studio.take(&id) else { panic!("it is gone") };
    assert!(Arc::ptr_eq(&png, &again));
}

#[test]
fn an_id_tells_nothing_and_nobody_can_make_one_up() {
    let (studio, other) = (studio(), Studio::new([8; 32], FontFiles::new([""; 0])));
    let id = studio.preview(preview("romeo"), None);
    assert!(id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit()));
    assert_ne!(id, other.preview(preview("romeo"), None));
    assert_eq!(other.take(&id), Picture::Unknown);
    for made_up in ["", "romeo", &"0".repeat(32)] {
        assert_eq!(studio.take(made_up), Picture::Unknown);
    }
    assert_ne!(id, studio.preview(preview("juliet"), None));
}

#[test]
fn a_preview_shows_the_avatar_and_does_without_a_broken_one() {
    let studio = studio();
    let red = image::DynamicImage::ImageRgb8(image::RgbImage::from_pixel(8, 8, image::Rgb([255, 0, 0])));
    let mut bytes = std::io::Cursor::new(Vec::new());
    red.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    let middle = |bytes: &[u8]| {
        let avatar = studio.avatar(bytes).unwrap();
        let Picture::Drawn(png) = waited(&studio, &studio.preview(preview("romeo"), Some(&avatar))) else { panic!("it was not drawn") };
        let is_drawn = matches!(studio.take(&avatar), Picture::Drawn(_));
        (image::load_from_memory(&png).unwrap().into_rgb8().get_pixel(520, 170).0, is_drawn)
    };
    assert_eq!(middle(bytes.get_ref()), ([255, 0, 0], true));
    let broken = &bytes.get_ref()[..50];
    assert_eq!(middle(broken), ([0x8a, 0x4f, 0xa0], false));
    assert_eq!(waited(&studio, &studio.avatar(broken).unwrap()), Picture::Failed);
    for nothing in [b"no picture".to_vec(), vec![0; avatar::LONGEST + 1]] {
        assert_eq!(studio.avatar(&nothing), None);
    }
}

#[test]
fn what_was_not_used_for_longest_is_forgotten() {
    let studio = studio();
    let first = studio.preview(preview("romeo"), None);
    assert!(matches!(waited(&studio, &first), Picture::Drawn(_)));
    let second = studio.preview(preview("juliet"), None);
    for i in 2..MOST {
        let _ = studio.preview(preview(&i.to_string()), None);
    }
    assert!(matches!(studio.take(&first), Picture::Drawn(_)));
    let _ = studio.preview(preview("one more"), None);
    assert_eq!(studio.take(&second), Picture::Unknown);
    assert!(matches!(studio.take(&first), Picture::Drawn(_)));
    for i in 0..64_u8 {
        let mut bytes = vec![i; avatar::LONGEST];
        bytes.push(0);
        let _ = studio.avatar(bytes.get(1..).unwrap_or_default());
    }
    let shelf = studio.shelf();
    assert!(shelf.bytes <= MOST_BYTES && shelf.pictures.len() <= MOST);
    assert_eq!(shelf.bytes, shelf.pictures.values().map(|entry| entry.bytes).sum::<usize>());
}
