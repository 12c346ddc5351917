namespace AlphaKit.Core.Tests.Determinism;

public sealed class ContentHashTests
{
    // FIPS 180-2, appendix B.1; the second by Python's hashlib.
    [Theory]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("涨停", "9f18b2d3b96d92fe54b72222501c1c40753dd74fcb4832f150aac9c35c4f9be3")]
    public void Text_is_hashed_as_UTF8(string text, string expected)
    {
        Assert.Equal(expected, ContentHash.Of(text));
        Assert.Equal(Convert.ToUInt64(expected[..16], 16), ContentHash.ToUInt64(text));
    }

    [Fact]
    public void A_matrix_is_hashed_by_shape_and_bits()
    {
        // Python: sha256(b"2x3;" + struct.pack("<6f", …)) with NaN as 0x7FC00000.
        float[] values = [1, 2.5f, float.NaN, -0.0f, float.Epsilon, 3e38f];
        Assert.Equal("abf83c9643efa73a558b379401724660e50ea875baeef92697eea70e33d8c475", ContentHash.Of(FieldMatrix.FromRowMajor(values, 2, 3)));
        Assert.NotEqual(ContentHash.Of(FieldMatrix.FromRowMajor(values, 3, 2)), ContentHash.Of(FieldMatrix.FromRowMajor(values, 2, 3)));
    }

    [Fact]
    public void Every_NaN_counts_the_same_and_views_as_copies()
    {
        float odd = BitConverter.Int32BitsToSingle(unchecked((int)0xFFC12345));
        Assert.Equal(ContentHash.Of(FieldMatrix.FromRowMajor([float.NaN], 1, 1)), ContentHash.Of(FieldMatrix.FromRowMajor([odd], 1, 1)));
        FieldMatrix whole = FieldMatrix.FromRowMajor([1, 2, 3, 4, 5, 6], 3, 2);
        Assert.Equal(ContentHash.Of(FieldMatrix.FromRowMajor([3, 4], 1, 2)), ContentHash.Of(whole.Slice(1, 1)));
    }
}
