namespace AlphaKit.Parquet;

/// <summary>Kinds of pages (parquet.thrift, <c>PageType</c>).</summary>
internal enum PageType
{
    Data = 0,
    Index = 1,
    Dictionary = 2,
    DataV2 = 3,
}

/// <summary>Value encodings (parquet.thrift, <c>Encoding</c>).</summary>
internal enum ValueEncoding
{
    Plain = 0,
    PlainDictionary = 2,
    Rle = 3,
    BitPacked = 4,
    DeltaBinaryPacked = 5,
    DeltaLengthByteArray = 6,
    DeltaByteArray = 7,
    RleDictionary = 8,
    ByteStreamSplit = 9,
}

/// <summary>The header before every page; V1 and V2 data pages and dictionaries in one.</summary>
internal struct PageHeader
{
    public PageType Type;
    public int ExpandedSize;
    public int StoredSize;
    public uint? Crc;
    public int ValueCount;
    public ValueEncoding Encoding;
    public ValueEncoding DefinitionLevelEncoding;
    public int NullCount;
    public int DefinitionLevelBytes;
    public int RepetitionLevelBytes;
    public bool IsCompressed;

    /// <summary>Where the page's body begins in the chunk's buffer.</summary>
    public int BodyOffset;
}
