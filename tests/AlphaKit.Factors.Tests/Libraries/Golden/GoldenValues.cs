using System.Globalization;

namespace AlphaKit.Factors.Tests.Libraries.Golden;

/// <summary>The numbers that the Python scripts of this folder wrote: by name and day, one per sampled share, NaN for an empty cell.</summary>
internal sealed class GoldenValues
{
    private readonly Dictionary<string, List<(int Day, double[] Values)>> _rows = new(StringComparer.Ordinal);

    private GoldenValues(int[] columns) => Columns = columns;

    /// <summary>Column of the panel of each value.</summary>
    public int[] Columns { get; }

    public IEnumerable<string> Names => _rows.Keys;

    public IReadOnlyList<(int Day, double[] Values)> this[string name] => _rows[name];

    public static GoldenValues Load(string file)
    {
        using Stream stream = typeof(GoldenValues).Assembly.GetManifestResourceStream(file)
            ?? throw new FileNotFoundException($"{file} is not embedded in the test assembly.");
        using StreamReader reader = new(stream);
        string[] header = reader.ReadLine()!.Split(',');
        GoldenValues golden = new([.. header.Skip(2).Select(h => int.Parse(h.AsSpan(1), CultureInfo.InvariantCulture))]);
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            if (!golden._rows.TryGetValue(cells[0], out List<(int, double[])>? rows)) golden._rows.Add(cells[0], rows = []);
            rows.Add((
                int.Parse(cells[1], CultureInfo.InvariantCulture),
                [.. cells.Skip(2).Select(c => c.Length == 0 ? double.NaN : double.Parse(c, CultureInfo.InvariantCulture))]));
        }

        return golden;
    }
}
