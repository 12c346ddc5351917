using AlphaKit.TestSupport;
using FsCheck.Fluent;

namespace AlphaKit.Backtest.Tests;

public sealed class VolumeWindowTests
{
    private const int Rows = 90, Columns = 37, Length = 20;

    [Fact]
    public void Sums_equal_those_counted_afresh_wherever_the_window_goes()
    {
        FieldMatrix volume = RandomVolumes();
        VolumeWindow window = new(volume, Length);
        Properties.Holds(Gen.Choose(0, Rows), row =>
        {
            window.MoveTo(row);
            return Enumerable.Range(0, Columns).All(c => Agrees(volume, window, row, c));
        });
    }

    [Fact]
    public void Day_by_day_sums_equal_those_counted_afresh()
    {
        FieldMatrix volume = RandomVolumes();
        VolumeWindow window = new(volume, Length);
        for (int row = 0; row <= Rows; row++)
        {
            window.MoveTo(row);
            for (int c = 0; c < Columns; c++) Assert.True(Agrees(volume, window, row, c), $"row {row}, column {c}");
        }
    }

    [Fact]
    public void A_share_with_a_missed_day_or_a_broken_number_is_never_called_full()
    {
        FieldMatrix volume = FieldMatrix.Create(Length, 3, static (_, row) => (row[0], row[1], row[2]) = (100, 100.5f, 100));
        VolumeWindow window = new(volume, Length);
        window.MoveTo(Length - 1);
        Assert.False(window.TryFull(0, out _));
        window.MoveTo(Length);
        Assert.True(window.TryFull(0, out double sum));
        Assert.Equal(2000, sum);
        Assert.False(window.TryFull(1, out _));
    }

    // Straight from the definition: all of the last twenty rows above zero and whole, their sum.
    private static bool Agrees(FieldMatrix volume, VolumeWindow window, int row, int column)
    {
        double sum = 0;
        bool full = row >= Length;
        for (int t = Math.Max(0, row - Length); t < row; t++)
        {
            float v = volume[t, column];
            full &= v > 0 && v == MathF.Floor(v);
            sum += v;
        }

        bool told = window.TryFull(column, out double measured);
        return told == full && (!full || measured.Equals(sum));
    }

    // Whole numbers up to three thousand million; every fifth column misses days, every seventh has a fraction now and then.
    private static FieldMatrix RandomVolumes()
    {
        RandomStream random = RandomStream.Create(3, "volume window");
        return FieldMatrix.Create(Rows, Columns, (_, row) =>
        {
            for (int c = 0; c < row.Length; c++)
            {
                row[c] = (float)Math.Floor(1 + (3e9 * random.NextDouble()));
                if (c % 5 == 0 && random.NextDouble() < 0.05) row[c] = random.NextDouble() < 0.5 ? 0 : float.NaN;
                if (c % 7 == 0 && random.NextDouble() < 0.03) row[c] = 1234.25f;
            }
        });
    }
}
