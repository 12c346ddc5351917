namespace AlphaKit.Parquet;

/// <summary>Copies from earlier output, where source and target may overlap: the repeat of LZ codecs.</summary>
internal static class BackReference
{
    /// <summary>Appends <paramref name="length"/> bytes that stand <paramref name="offset"/> bytes before <paramref name="written"/>; bounds are the caller's.</summary>
    public static void Copy(Span<byte> destination, int written, int offset, int length)
    {
        if (offset >= length)
        {
            destination.Slice(written - offset, length).CopyTo(destination[written..]);
        }
        else if (offset == 1)
        {
            destination.Slice(written, length).Fill(destination[written - 1]);
        }
        else
        {
            // Each round doubles what can be copied at once.
            int copied = 0;
            while (copied < length)
            {
                int step = Math.Min(length - copied, offset + copied);
                destination.Slice(written - offset, step).CopyTo(destination[(written + copied)..]);
                copied += step;
            }
        }
    }
}
