using BenchmarkDotNet.Attributes;

namespace AlphaKit.Benchmarks;

/// <summary>
/// One pass over cross-sections (sum of every day's values, a thousand days × five thousand shares), in the layout of
/// <see cref="FieldMatrix"/> and in the layout of one array per share that price files suggest. Both add the same numbers in the same order.
/// </summary>
[MemoryDiagnoser]
public class CrossSections
{
    private const int Days = 1000;
    private const int Shares = 5000;

    private FieldMatrix _matrix = FieldMatrix.Create(0, 0, (_, _) => { });
    private float[][] _perShare = [];

    [GlobalSetup]
    public void Fill()
    {
        RandomStream random = RandomStream.Create(1, "benchmarks/cross-sections");
        _matrix = FieldMatrix.Create(Days, Shares, (_, row) =>
        {
            for (int i = 0; i < row.Length; i++) row[i] = (float)random.NextDouble();
        });
        _perShare = [.. Enumerable.Range(0, Shares).Select(i => Enumerable.Range(0, Days).Select(t => _matrix[t, i]).ToArray())];
    }

    [Benchmark(Baseline = true)]
    public double ColumnMajorArrays()
    {
        double total = 0;
        for (int t = 0; t < Days; t++)
        {
            double sum = 0;
            foreach (float[] share in _perShare) sum += share[t];
            total += sum;
        }

        return total;
    }

    [Benchmark]
    public double FieldMatrixRows()
    {
        double total = 0;
        for (int t = 0; t < Days; t++)
        {
            double sum = 0;
            foreach (float value in _matrix.Row(t)) sum += value;
            total += sum;
        }

        return total;
    }
}
