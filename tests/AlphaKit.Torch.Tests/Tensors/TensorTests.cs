namespace AlphaKit.Torch.Tests.Tensors;

public sealed class TensorTests
{
    [TorchFact]
    public void Numbers_keep_their_kind_in_arithmetic()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor n = torch.arange(4);
        Assert.Equal(ScalarType.Int64, (n + 1).dtype);
        Assert.Equal(ScalarType.Float32, (n + 1.5).dtype);
        Assert.Equal(ScalarType.Float32, (n / 2).dtype);
        Assert.Equal([3L, 2, 1, 0], (3 - n).data<long>().ToArray());
        Assert.Equal([2f, 1f, 0.5f], (2.0 / torch.tensor([1f, 2f, 4f])).data<float>().ToArray());
        Assert.Equal([false, false, true, true], n.ge(2).data<bool>().ToArray());
    }

    [TorchFact]
    public void Views_share_memory_and_copies_do_not()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor x = torch.arange(6, ScalarType.Float32).view(2, 3);
        Assert.Equal([3L, 1], x.stride());
        Tensor column = x.select(1, 1), copy = x.clone();
        column.fill_(9);
        Assert.Equal([0f, 9, 2, 3, 9, 5], x.data<float>().ToArray());
        Assert.Equal([0f, 1, 2, 3, 4, 5], copy.data<float>().ToArray());
        Assert.False(x.t().is_contiguous());
        Assert.Equal([0f, 3, 9, 9, 2, 5], x.t().contiguous().data<float>().ToArray());
        Assert.Equal(5f, x[1][2].item<float>());
    }

    [TorchFact]
    public void Reductions_follow_their_definitions()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor x = torch.tensor([1f, 2f, 3f, 6f], [2, 2]);
        Assert.Equal(12f, x.sum().item<float>());
        Assert.Equal([4f, 8f], x.sum(0).data<float>().ToArray());
        Assert.Equal([2, 1], x.sum(1, keepdim: true).shape);
        Assert.Equal(3f, x.mean().item<float>());
        Assert.Equal(14.0 / 3, x.var().item<double>(), 1e-6); // divisor 3
        Assert.Equal(3.5, x.var(unbiased: false).item<double>(), 1e-6); // divisor 4
        Assert.Equal([2f, 8f], x.var(0).data<float>().ToArray());
        (Tensor values, Tensor where) = x.max(1);
        Assert.Equal([2f, 6f], values.data<float>().ToArray());
        Assert.Equal([1L, 1], where.data<long>().ToArray());
        Assert.Equal(Math.Sqrt(50), x.norm().item<double>(), 1e-5);
        Assert.Equal([3L, 2, 1, 0], torch.tensor([5f, 4f, 3f, 2f]).argsort().data<long>().ToArray());
    }

    [TorchFact]
    public void NaN_goes_through_and_is_found()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor x = torch.tensor([1f, float.NaN, float.PositiveInfinity]);
        Assert.True(float.IsNaN(x.sum().item<float>()));
        Assert.Equal([false, true, false], x.isnan().data<bool>().ToArray());
        Assert.Equal([1f, 7f, 9f], x.nan_to_num(7, 9).data<float>().ToArray());
        Assert.False(x.equal(x));
    }

    [TorchFact]
    public void Any_operator_is_called_by_name_with_the_defaults_of_its_schema()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        AtenOperator addcmul = new("aten::addcmul");
        Tensor x = torch.ones(2);
        Assert.Equal([2f, 2f], addcmul.Call(x, x, x).data<float>().ToArray());
        Assert.Equal([4f, 4f], addcmul.Call(x, x, x, 3).data<float>().ToArray());
        Assert.Contains("Scalar value=1", addcmul.Schema, StringComparison.Ordinal);
        Assert.True(addcmul.Exists);
        Assert.False(new AtenOperator("aten::no_such").Exists);
        // Lists: of numbers, of tensors with None among them, of texts; one number for a list of two.
        Assert.Equal([1f, 3f], torch.tensor([1f, 2f, 3f, 4f], [2, 2]).index(null, torch.tensor([0L])).flatten().data<float>().ToArray());
        Assert.Equal([2L, 3], new AtenOperator("aten::zeros").Call(new long[] { 2, 3 }, ScalarType.Int64, AtenArgument.None, torch.CPU, false).shape);
        Assert.Equal([1L, 1, 4, 4], new AtenOperator("aten::max_pool2d").Call(torch.zeros(1, 1, 8, 8), 2).shape);
        Assert.Equal(300, torch.cat([.. Enumerable.Range(0, 300).Select(_ => torch.ones(1))]).numel());
        (Tensor q, Tensor r) = new AtenOperator("aten::linalg_qr").Call2(torch.eye(3), "reduced");
        Assert.Equal([3L, 3], q.matmul(r).shape);
    }

    [TorchFact]
    public void Messages_show_type_shape_and_place() => Assert.Equal("int64[2,3] cpu", torch.zeros([2, 3], ScalarType.Int64).ToString());
}
