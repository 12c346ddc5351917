using System.Runtime.CompilerServices;
using AlphaKit.TestSupport;
using FsCheck.Fluent;

namespace AlphaKit.Core.Tests.Panels;

public sealed class FieldMatrixTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(5003)]
    public unsafe void Every_row_starts_on_a_64_byte_boundary(int columns)
    {
        FieldMatrix matrix = FieldMatrix.Create(7, columns, (t, row) => row.Fill(t));
        GC.Collect();
        for (int t = 0; t < 7; t++)
        {
            fixed (float* start = matrix.Row(t)) Assert.Equal(0, (long)start % 64);
        }

        Assert.Equal(0, matrix.Stride % 16);
        Assert.InRange(matrix.Stride, columns, columns + 15);
    }

    [Fact]
    public void Values_start_as_NaN_and_padding_stays_NaN()
    {
        FieldMatrixBuilder builder = new(2, 3);
        builder.Row(1)[2] = 5;
        FieldMatrix matrix = builder.Build();
        Assert.True(float.IsNaN(matrix[0, 0]));
        Assert.Equal(5, matrix[1, 2]);
        ReadOnlySpan<float> all = matrix.Span;
        Assert.Equal(16 + 3, all.Length);
        for (int i = 3; i < 16; i++) Assert.True(float.IsNaN(all[i]));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 0)]
    [InlineData(3, 5)]
    [InlineData(3, 16)]
    [InlineData(700, 1003)]
    public void An_unfilled_matrix_holds_what_is_written_and_its_padding_is_NaN(int rows, int columns)
    {
        FieldMatrixBuilder builder = FieldMatrixBuilder.Unfilled(rows, columns);
        for (int t = 0; t < rows; t++) builder.Row(t).Fill(t);
        FieldMatrix matrix = builder.Build();
        ReadOnlySpan<float> all = matrix.Span;
        for (int t = 0; t < rows; t++)
        {
            Assert.Equal(-1, matrix.Row(t).IndexOfAnyExcept(t));
            for (int i = columns; i < matrix.Stride && t + 1 < rows; i++) Assert.True(float.IsNaN(all[(t * matrix.Stride) + i]));
        }
    }

    [Fact]
    public void A_built_matrix_can_no_longer_be_written()
    {
        FieldMatrixBuilder builder = new(2, 3);
        builder.Build();
        Assert.Throws<InvalidOperationException>(() => builder.Row(0)[0] = 1);
        Assert.Throws<InvalidOperationException>(() => builder.Build());
    }

    [Fact]
    public void A_slice_is_a_view_of_the_same_memory()
    {
        FieldMatrix matrix = FieldMatrix.Create(5, 4, (t, row) => { for (int i = 0; i < 4; i++) row[i] = (10 * t) + i; });
        FieldMatrix slice = matrix.Slice(1, 3).Slice(1, 2);
        Assert.Equal([20, 21, 22, 23, 30, 31, 32, 33], slice.ToRowMajorArray());
        Assert.True(Unsafe.AreSame(in slice.Row(0)[0], in matrix.Row(2)[0]));
        Assert.Same(matrix, matrix.Slice(0, 5));
        Assert.Equal(0, matrix.Slice(5, 0).Span.Length);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, -1)]
    [InlineData(4, 2)]
    [InlineData(1, int.MaxValue)]
    public void A_slice_outside_is_refused(int start, int count)
    {
        FieldMatrix matrix = FieldMatrix.Create(5, 4, (_, _) => { });
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Slice(start, count));
        Membership mask = Membership.Create(5, 4, (_, _) => { });
        Assert.Throws<ArgumentOutOfRangeException>(() => mask.Slice(start, count));
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(-1, 0)]
    public void A_row_outside_is_refused_even_in_a_slice(int row, int column)
    {
        FieldMatrix slice = FieldMatrix.Create(9, 4, (_, _) => { }).Slice(2, 5);
        Assert.Throws<ArgumentOutOfRangeException>(() => slice[row, column]);
        Assert.Throws<IndexOutOfRangeException>(() => slice[0, 4]);
    }

    [Fact]
    public void Row_major_values_survive_the_round_trip()
    {
        var inputs = from rows in Gen.Choose(0, 9) from columns in Gen.Choose(1, 40) select (rows, columns);
        Properties.Holds(inputs, shape =>
        {
            float[] values = [.. Enumerable.Range(0, shape.rows * shape.columns).Select(i => i % 7 == 3 ? float.NaN : i * 0.5f)];
            return FieldMatrix.FromRowMajor(values, shape.rows, shape.columns).ToRowMajorArray().AsSpan().SequenceEqual(values);
        });
        Assert.Throws<ArgumentException>(() => FieldMatrix.FromRowMajor([1, 2, 3], 2, 2));
    }
}
