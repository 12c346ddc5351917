using System.Numerics;

namespace AlphaKit.Backtest;

/// <summary>Refuses impossible prices before a run starts.</summary>
internal static class PriceCheck
{
    /// <summary>Checks the price fields among some.</summary>
    /// <param name="panel">The data.</param>
    /// <param name="basis">What its prices are.</param>
    /// <param name="fields">The fields to look at; those that are no prices are passed over.</param>
    /// <param name="needed">Those among them that must hold some price.</param>
    /// <exception cref="InvalidPriceException">A price is negative or infinite, or a field holds none at all.</exception>
    public static void Require(Panel panel, PriceBasis basis, IEnumerable<Field> fields, params Field[] needed)
    {
        foreach (Field field in fields.Distinct().Where(f => f.Unit == Unit.CnyPerShare && panel.Has(f) && !f.Equals(Field.LimitUp) && !f.Equals(Field.LimitDown)))
        {
            FieldMatrix matrix = panel[field];
            bool any = false;
            for (int t = 0; t < matrix.Rows; t++)
            {
                ReadOnlySpan<float> row = matrix.Row(t);
                (bool bad, bool good) = Look(row);
                any |= good;

                // Prices adjusted backwards from the end may fall below zero; they count as missing.
                if (bad && basis == PriceBasis.Raw) Throw(panel, field, t, row);
            }

            if (!any && needed.Contains(field)) throw new InvalidPriceException(field.Name, panel.Symbols[0], panel.Calendar.Last, double.NaN);
        }
    }

    private static (bool Bad, bool Good) Look(ReadOnlySpan<float> row)
    {
        Vector<int> bad = Vector<int>.Zero, good = Vector<int>.Zero;
        Vector<float> most = new(float.MaxValue);
        int i = 0;
        for (; i <= row.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector<float> v = new(row[i..]);
            Vector<int> positive = Vector.GreaterThan(v, Vector<float>.Zero);
            bad |= Vector.LessThan(v, Vector<float>.Zero) | Vector.GreaterThan(v, most);
            good |= positive;
        }

        bool anyBad = !Vector.EqualsAll(bad, Vector<int>.Zero), anyGood = !Vector.EqualsAll(good, Vector<int>.Zero);
        for (; i < row.Length; i++)
        {
            anyBad |= row[i] < 0 || row[i] > float.MaxValue;
            anyGood |= row[i] > 0;
        }

        return (anyBad, anyGood);
    }

    private static void Throw(Panel panel, Field field, int t, ReadOnlySpan<float> row)
    {
        for (int i = 0; i < row.Length; i++)
        {
            if (row[i] < 0 || row[i] > float.MaxValue) throw new InvalidPriceException(field.Name, panel.Symbols[i], panel.Calendar[t], row[i]);
        }
    }
}
