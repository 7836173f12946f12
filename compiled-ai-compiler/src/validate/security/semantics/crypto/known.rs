//! Algorithms that are known to be weak, and what gives them away.

/// What a known algorithm is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Broken, whatever it is used for.
    Broken,
    /// Finds accidents, and hides nothing: fine for a checksum or a bucket.
    Checksum,
    /// Foretold by whoever saw a few values: fine for a game.
    Random,
}

/// Numbers by which an algorithm is recognised: all of one list have to be there.
pub(super) const KNOWN: &[(&str, Kind, u32, &[&[u128]])] = &[
    (
        "MD5",
        Kind::Broken,
        328,
        &[&[0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476], &[0xd76a_a478], &[0xe8c7_b756]],
    ),
    ("SHA-1", Kind::Broken, 328, &[&[0x5a82_7999, 0x6ed9_eba1], &[0x8f1b_bcdc, 0xca62_c1d6], &[0xc3d2_e1f0]]),
    ("MD4", Kind::Broken, 328, &[&[0x6745_2301, 0x5a82_7999, 0x6ed9_eba1]]),
    ("TEA", Kind::Broken, 327, &[&[0x9e37_79b9, 32], &[0xc6ef_3720]]),
    ("FNV", Kind::Checksum, 328, &[&[0xcbf2_9ce4_8422_2325], &[0x811c_9dc5], &[0x0100_0193], &[0x0100_0000_01b3]]),
    ("djb2", Kind::Checksum, 328, &[&[5381, 33], &[5381]]),
    ("a CRC", Kind::Checksum, 328, &[&[0xedb8_8320], &[0x04c1_1db7], &[0x1021], &[0xa001], &[0x82f6_3b78], &[0x8005]]),
    ("Adler-32", Kind::Checksum, 328, &[&[65521]]),
    (
        "a polynomial hash",
        Kind::Checksum,
        328,
        &[&[1_000_000_007], &[998_244_353], &[0x5bd1_e995], &[0xcc9e_2d51], &[0x9e37_79b9], &[0x9e37_79b9_7f4a_7c15]],
    ),
    (
        "a linear congruential generator",
        Kind::Random,
        338,
        &[
            &[6_364_136_223_846_793_005],
            &[1_442_695_040_888_963_407],
            &[1_103_515_245],
            &[1_664_525],
            &[214_013],
            &[2_531_011],
            &[1_013_904_223],
            &[48_271],
            &[16_807],
            &[22_695_477],
            &[25_214_903_917],
        ],
    ),
    (
        "xorshift",
        Kind::Random,
        338,
        &[&[0x2545_f491_4f6c_dd1d], &[0xda94_2042_e4dd_58b5], &[0xbf58_476d_1ce4_e5b9], &[0x94d0_49bb_1331_11eb]],
    ),
    ("a Mersenne twister", Kind::Random, 338, &[&[0x9908_b0df], &[1_812_433_253]]),
];

/// Names by which an algorithm that is broken calls itself.
pub(super) const BROKEN_NAMES: &[(&str, u32)] = &[
    ("md5", 328),
    ("md4", 328),
    ("md2", 328),
    ("sha1", 328),
    ("rc4", 327),
    ("arc4", 327),
    ("rc2", 327),
    ("des", 327),
    ("tripledes", 327),
    ("ecb", 327),
];
