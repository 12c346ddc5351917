namespace AlphaKit.Models.Tests;

/// <summary>A recurrent layer in straight loops and double precision, written from the formulas of PyTorch's documentation; it knows no gradient.</summary>
internal static class RecurrentReference
{
    /// <summary>The last hidden state of each sample.</summary>
    public static double[] Forward(RecurrentCell cell, double[] x, int count, int steps, int features, int hidden, double[] weights)
    {
        int gates = cell == RecurrentCell.Gru ? 3 : 4, rows = gates * hidden;
        int hh = rows * features, bi = hh + (rows * hidden), bh = bi + rows;
        double[] result = new double[count * hidden];
        for (int s = 0; s < count; s++)
        {
            double[] h = new double[hidden], c = new double[hidden];
            for (int t = 0; t < steps; t++)
            {
                double FromX(int row)
                {
                    double sum = weights[bi + row];
                    for (int f = 0; f < features; f++) sum += weights[(row * features) + f] * x[(((s * steps) + t) * features) + f];
                    return sum;
                }

                double[] old = [.. h];
                double FromH(int row)
                {
                    double sum = weights[bh + row];
                    for (int k = 0; k < hidden; k++) sum += weights[hh + (row * hidden) + k] * old[k];
                    return sum;
                }

                for (int j = 0; j < hidden; j++)
                {
                    if (cell == RecurrentCell.Gru)
                    {
                        double r = Sigmoid(FromX(j) + FromH(j));
                        double z = Sigmoid(FromX(hidden + j) + FromH(hidden + j));
                        double n = Math.Tanh(FromX((2 * hidden) + j) + (r * FromH((2 * hidden) + j)));
                        h[j] = ((1 - z) * n) + (z * old[j]);
                    }
                    else
                    {
                        double i = Sigmoid(FromX(j) + FromH(j));
                        double f = Sigmoid(FromX(hidden + j) + FromH(hidden + j));
                        double g = Math.Tanh(FromX((2 * hidden) + j) + FromH((2 * hidden) + j));
                        double o = Sigmoid(FromX((3 * hidden) + j) + FromH((3 * hidden) + j));
                        c[j] = (f * c[j]) + (i * g);
                        h[j] = o * Math.Tanh(c[j]);
                    }
                }
            }

            h.CopyTo(result, s * hidden);
        }

        return result;
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
