namespace AlphaKit.Portfolio.Tests;

public sealed class SymmetricEigenTests
{
    [Fact]
    public void Two_by_two_is_worked_by_hand()
    {
        // [[2, 1], [1, 2]]: 3 along (1, 1), 1 along (1, −1).
        (double[] values, double[] vectors) = SymmetricEigen.Decompose([2, 1, 1, 2], 2);
        Assert.Equal(3, values[0], 14);
        Assert.Equal(1, values[1], 14);
        Assert.Equal(vectors[0], vectors[1], 14);
        Assert.Equal(vectors[2], -vectors[3], 14);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 3)]
    [InlineData(10, 4)]
    [InlineData(42, 42)]
    [InlineData(61, 7)]
    public void Vectors_are_orthonormal_and_give_the_matrix_back(int n, int rank)
    {
        for (ulong seed = 0; seed < 20; seed++) Check(RiskSamples.Covariance(RandomStream.Create(seed, "eigen"), n, rank), n);
    }

    [Fact]
    public void Degenerate_matrices_are_decomposed()
    {
        Check(new double[25], 5);
        Check([1, 0, 0, 0, 1, 0, 0, 0, 1], 3);
        Check([3, 0, 0, 0, -5, 0, 0, 0, 1e-300], 3);
        double[] ones = new double[49];
        Array.Fill(ones, 1);
        Check(ones, 7);
        Assert.Equal(7, SymmetricEigen.Decompose(ones, 7).Values[0], 12);
    }

    [Fact]
    public void A_large_matrix_of_low_rank_converges()
    {
        // More zero eigenvalues than others, as in the products of 252 days of 120 shares.
        foreach ((int n, int rank) in new[] { (160, 30), (120, 119), (252, 120) })
        {
            double[] values = SymmetricEigen.Decompose(RiskSamples.Covariance(RandomStream.Create(6, "low-rank"), n, rank), n).Values;
            Assert.True(values[rank - 1] > 1e-9 * values[0]);
            Assert.All(values[rank..], v => Assert.Equal(0, v / values[0], 1e-13));
        }
    }

    private static void Check(double[] matrix, int n)
    {
        (double[] values, double[] vectors) = SymmetricEigen.Decompose(matrix, n);
        double scale = Math.Max(matrix.Max(Math.Abs), 1e-300);
        for (int i = 0; i < n; i++)
        {
            if (i > 0) Assert.True(values[i] <= values[i - 1]);
            for (int j = 0; j < n; j++)
            {
                double sum = 0, product = 0;
                for (int k = 0; k < n; k++)
                {
                    sum += values[k] * vectors[(k * n) + i] * vectors[(k * n) + j];
                    product += vectors[(i * n) + k] * vectors[(j * n) + k];
                }

                Assert.Equal(matrix[(i * n) + j] / scale, sum / scale, 1e-13 * n);
                Assert.Equal(i == j ? 1 : 0, product, 1e-14 * n);
            }
        }
    }
}
