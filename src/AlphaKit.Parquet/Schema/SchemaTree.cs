namespace AlphaKit.Parquet;

/// <summary>Turns the depth-first list of schema elements into leaf columns with their levels.</summary>
internal static class SchemaTree
{
    private const int MaxDepth = 64;
    private const int MaxPathCharacters = 16 << 20; // of all paths together: a long group name repeats in each of its leaves

    /// <exception cref="InvalidDataException">The tree is not one, or an annotation does not fit its column.</exception>
    public static List<ParquetColumn> Columns(IReadOnlyList<SchemaElement> elements)
    {
        if (elements.Count == 0 || elements[0].Type is not null) throw new InvalidDataException("Malformed Parquet schema: the root group is missing.");
        List<ParquetColumn> columns = [];
        int next = 1, room = MaxPathCharacters;
        for (int child = 0; child < elements[0].Children; child++) next = Walk(elements, next, "", 0, 0, 0, columns, ref room);
        if (next != elements.Count) throw new InvalidDataException($"Malformed Parquet schema: {elements.Count} elements are stored, the groups count {next}.");
        return columns;
    }

    private static int Walk(IReadOnlyList<SchemaElement> elements, int index, string prefix, int definition, int repetition, int depth, List<ParquetColumn> columns, ref int room)
    {
        if (index >= elements.Count) throw new InvalidDataException("Malformed Parquet schema: a group counts more children than are stored.");
        if (depth > MaxDepth) throw new InvalidDataException($"Malformed Parquet schema: groups are nested deeper than {MaxDepth}.");
        SchemaElement element = elements[index];
        if (element.Repetition is < 0 or > 2) throw new InvalidDataException($"Malformed Parquet schema: repetition {element.Repetition} of '{element.Name}' is unknown.");
        if (element.Repetition != 0) definition++;
        if (element.Repetition == 2) repetition++;
        room -= prefix.Length + element.Name.Length;
        if (room < 0) throw new InvalidDataException("Malformed Parquet schema: the names of its columns are too long.");
        string name = prefix + element.Name;
        index++;
        if (element.Type is { } type)
        {
            columns.Add(Column(element, type, name, definition, repetition));
            return index;
        }

        for (int child = 0; child < element.Children; child++) index = Walk(elements, index, name + ".", definition, repetition, depth + 1, columns, ref room);
        return index;
    }

    private static ParquetColumn Column(SchemaElement element, PhysicalType type, string name, int definition, int repetition)
    {
        LogicalAnnotation annotation = LogicalAnnotation.Of(element);
        ParquetColumn column = new(name, type, annotation.Kind, definition > 0 ? Nullability.Optional : Nullability.Required)
        {
            TypeLength = type == PhysicalType.FixedLengthByteArray ? element.TypeLength : 0,
            Precision = annotation.Kind == LogicalKind.Decimal ? element.Precision : 0,
            Scale = annotation.Kind == LogicalKind.Decimal ? element.Scale : 0,
            BitWidth = annotation.BitWidth,
            TimeUnit = annotation.Unit,
            IsAdjustedToUtc = annotation.IsAdjustedToUtc,
            MaxDefinitionLevel = definition,
            MaxRepetitionLevel = repetition,
        };
        return column.Defect is { } defect ? throw new InvalidDataException($"Malformed Parquet schema: {defect}") : column;
    }
}
