//! Pictures: what messengers show of a link, and avatars. They are drawn from what they show, and nothing else is in them.

pub mod avatar;
pub mod fonts;
pub mod preview;
mod text;

use std::io::Cursor;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ImageEncoder};

/// The picture as PNG.
fn png(picture: &DynamicImage) -> Option<Vec<u8>> {
    let mut bytes = Cursor::new(Vec::new());
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
    encoder.write_image(picture.as_bytes(), picture.width(), picture.height(), picture.color().into()).ok()?;
    Some(bytes.into_inner())
}
