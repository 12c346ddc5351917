using AlphaKit.Factors;

namespace AlphaKit.Models;

/// <summary>
/// Area under the receiver operating characteristic for several classes: each class against all others, then the plain mean over the classes (macro,
/// one versus rest). The area is the share of pairs – one of the class, one of another – in which the first has the higher probability of the class;
/// equal ones count half.
/// </summary>
public static class MacroAuc
{
    /// <summary>The area of one day.</summary>
    /// <param name="probabilities">[names, classes]; anything that grows with the probability will do.</param>
    /// <param name="classes">The class of each name, from 0; <see cref="LabelClasses.Missing"/> is left out.</param>
    /// <returns>0.5 without any skill, 1 without any error; a class that no name or every name has is left out, NaN if that leaves none.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit, or a class has no column.</exception>
    public static double Of(ReadOnlySpan<float> probabilities, ReadOnlySpan<int> classes)
    {
        if (classes.IsEmpty) return double.NaN;
        int columns = probabilities.Length / classes.Length;
        if (columns == 0 || columns * classes.Length != probabilities.Length) throw new ArgumentException($"{probabilities.Length} probabilities are not whole rows for {classes.Length} names.", nameof(probabilities));
        double sum = 0;
        int there = 0;
        foreach (int c in classes)
        {
            if (c != LabelClasses.Missing && (c < 0 || c >= columns)) throw new ArgumentException($"Class {c} has none of the {columns} columns.", nameof(classes));
        }

        double[] values = new double[classes.Length];
        for (int c = 0; c < columns; c++)
        {
            int n = 0, own = 0;
            double ranks = 0;
            for (int i = 0; i < classes.Length; i++)
            {
                if (classes[i] != LabelClasses.Missing) values[n++] = probabilities[(i * columns) + c];
            }

            double[] rank = Correlation.AverageRanks(values.AsSpan(0, n));
            n = 0;
            foreach (int k in classes)
            {
                if (k == LabelClasses.Missing) continue;
                if (k == c) (own, ranks) = (own + 1, ranks + rank[n]);
                n++;
            }

            if (own == 0 || own == n) continue;
            sum += (ranks - (own * (own + 1) / 2.0)) / ((double)own * (n - own));
            there++;
        }

        return there > 0 ? sum / there : double.NaN;
    }
}
