using System.Buffers.Binary;

namespace AlphaKit.Parquet;

/// <summary>Finds and reads the footer, and checks what the parts of a file say about each other.</summary>
internal static class FooterReader
{
    private const uint Magic = 0x31524150; // PAR1
    private const uint EncryptedMagic = 0x45524150; // PARE

    /// <summary>Reads the footer and the leaf columns.</summary>
    public static async ValueTask<(FileMetadata File, List<ParquetColumn> Columns, long FooterStart)> ReadAsync(ByteSource source, ParquetReadOptions options, CancellationToken cancellationToken)
    {
        long length = source.Length;
        if (length < 12) throw new InvalidDataException($"Not a Parquet file: it ends at byte {length}, and 12 bytes are the least.");
        byte[] ends = new byte[12];
        await source.ReadAsync(0, ends.AsMemory(0, 4), cancellationToken).ConfigureAwait(false);
        await source.ReadAsync(length - 8, ends.AsMemory(4), cancellationToken).ConfigureAwait(false);
        uint head = BinaryPrimitives.ReadUInt32LittleEndian(ends), tail = BinaryPrimitives.ReadUInt32LittleEndian(ends.AsSpan(8));
        if (head == EncryptedMagic || tail == EncryptedMagic) throw new NotSupportedException("The Parquet file is encrypted; encrypted files are not read.");
        if (head != Magic || tail != Magic) throw new InvalidDataException($"Not a Parquet file: 'PAR1' is missing at byte {(head != Magic ? 0 : length - 4)}; the file may be cut off.");
        uint footerLength = BinaryPrimitives.ReadUInt32LittleEndian(ends.AsSpan(4));
        if (footerLength > length - 12) throw new InvalidDataException($"Malformed Parquet file: a footer of {footerLength} bytes cannot fit {length} bytes (declared at byte {length - 8}).");
        long start = length - 8 - footerLength;
        byte[] footer = new byte[footerLength];
        await source.ReadAsync(start, footer, cancellationToken).ConfigureAwait(false);
        try
        {
            FileMetadata file = MetadataReader.Read(footer);
            List<ParquetColumn> columns = SchemaTree.Columns(file.Schema);
            Check(file, columns, start, options);
            return (file, columns, start);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"Footer at byte {start}: {e.Message}", e);
        }
    }

    private static void Check(FileMetadata file, List<ParquetColumn> columns, long footerStart, ParquetReadOptions options)
    {
        long rows = 0;
        for (int g = 0; g < file.RowGroups.Count; g++)
        {
            RowGroupMetadata group = file.RowGroups[g];
            if (group.RowCount < 0) throw new InvalidDataException($"Row group {g} declares {group.RowCount} rows.");
            if (group.RowCount > options.MaxRowGroupRows)
                throw new InvalidDataException($"Row group {g} declares {group.RowCount} rows; at most {options.MaxRowGroupRows} are accepted ({nameof(ParquetReadOptions)}.{nameof(ParquetReadOptions.MaxRowGroupRows)}).");
            rows += group.RowCount;
            if (group.Columns.Count != columns.Count) throw new InvalidDataException($"Row group {g} has {group.Columns.Count} columns, the schema {columns.Count}.");
            for (int c = 0; c < columns.Count; c++) CheckChunk(group, group.Columns[c], columns[c], g, footerStart);
        }

        if (rows != file.RowCount) throw new InvalidDataException($"The file declares {file.RowCount} rows, its row groups together {rows}.");
    }

    private static void CheckChunk(RowGroupMetadata group, ColumnChunkMetadata chunk, ParquetColumn column, int g, long footerStart)
    {
        string where = $"Row group {g}, column '{column.Name}'";
        if (chunk.FilePath is not null) throw new NotSupportedException($"{where} lies in another file ('{chunk.FilePath}'), which is not read.");
        if (!chunk.HasMetadata) throw new InvalidDataException($"{where} has no metadata; it may be encrypted.");
        if (chunk.Type != column.Type) throw new InvalidDataException($"{where} is {chunk.Type}, the schema says {column.Type}.");
        if (chunk.ValueCount < 0 || (!column.IsRepeated && chunk.ValueCount != group.RowCount))
            throw new InvalidDataException($"{where} declares {chunk.ValueCount} values for {group.RowCount} rows.");
        long start = chunk.Start;
        if (chunk.ValueCount > 0 && (start < 4 || chunk.CompressedSize < 0 || chunk.CompressedSize > footerStart || start > footerStart - chunk.CompressedSize))
            throw new InvalidDataException($"{where} declares {chunk.CompressedSize} bytes from byte {start}; data lie in bytes 4 to {footerStart}.");
    }
}
