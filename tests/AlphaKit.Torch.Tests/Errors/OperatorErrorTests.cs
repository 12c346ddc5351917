namespace AlphaKit.Torch.Tests.Errors;

public sealed class OperatorErrorTests
{
    [TorchFact]
    public void A_refused_call_names_operator_and_shapes()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        TorchOperatorException broken = Assert.Throws<TorchOperatorException>(() => torch.zeros(2, 3).matmul(torch.zeros(4, 5)));
        Assert.Equal("aten::matmul", broken.Operator);
        Assert.Equal("float32[2,3], float32[4,5]", broken.Arguments);
        Assert.StartsWith("aten::matmul(float32[2,3], float32[4,5]): mat1 and mat2", broken.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("frame #", broken.Message, StringComparison.Ordinal);
        Assert.Contains("float32[2,3], float32[4]", Assert.Throws<TorchOperatorException>(() => torch.zeros(2, 3) + torch.zeros(4)).Message, StringComparison.Ordinal);
    }

    [TorchFact]
    public void Each_failure_has_its_kind()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor x = torch.zeros(2, 3);
        Assert.Equal(TorchErrorKind.Index, Kind(() => x.select(0, 7)));
        Assert.Equal(TorchErrorKind.Index, Kind(() => x.transpose(0, 5)));
        Assert.Equal(TorchErrorKind.NoSuchOperator, Kind(() => new AtenOperator("aten::no_such").Call(x)));
        Assert.Equal(TorchErrorKind.NoSuchOperator, Kind(() => new AtenOperator("aten::add", "Nope").Call(x)));
        Assert.Equal(TorchErrorKind.Type, Kind(() => new AtenOperator("aten::neg").Call(x, x)));
        Assert.Equal(TorchErrorKind.Type, Kind(() => new AtenOperator("aten::add", "Tensor").Call(x)));
        Assert.Equal(TorchErrorKind.Type, Kind(() => new AtenOperator("aten::add", "Tensor").Call(x, "text")));
        Assert.Equal(TorchErrorKind.Type, Kind(() => new AtenOperator("aten::add", "Tensor").Call(x, AtenArgument.None)));
        Assert.Equal(TorchErrorKind.Type, Kind(() => new AtenOperator("aten::view").Call(x, 1.5)));
        Assert.Equal(TorchErrorKind.Type, Kind(() => new AtenOperator("aten::sort").Call(x)));
        Assert.Equal(TorchErrorKind.NotImplemented, Kind(() => new AtenOperator("aten::_cudnn_init_dropout_state").Call(0.5, true, 1, ScalarType.Byte, AtenArgument.None, torch.CPU)));
        Assert.Equal(TorchErrorKind.Runtime, Kind(() => x.sum().backward()));
        Assert.Equal(TorchErrorKind.Runtime, Kind(() => torch.zeros([3], requires_grad: true).mul(2).backward()));
        Assert.Equal(TorchErrorKind.Runtime, Kind(() => torch.zeros([3], requires_grad: true).mul_(2)));
    }

    [TorchFact]
    public void A_refusal_leaks_no_tensor_and_the_next_call_works()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor x = torch.ones(2, 3);
        int before = scope.DisposablesCount;
        for (int i = 0; i < 20; i++) Assert.Throws<TorchOperatorException>(() => x.matmul(x));
        Assert.Equal(before, scope.DisposablesCount);
        Assert.Equal(6f, x.sum().item<float>());
    }

    [TorchFact]
    public void Elements_are_handed_out_only_as_what_they_are()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor x = torch.ones(2, 3);
        Assert.Contains("Float32", Assert.Throws<InvalidOperationException>(() => x.data<double>().Length).Message, StringComparison.Ordinal);
        Assert.Contains("contiguous", Assert.Throws<InvalidOperationException>(() => x.t().data<float>().Length).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => x.item<float>());
        Assert.Throws<ArgumentOutOfRangeException>(() => x.size(2));
        Assert.Throws<ArgumentException>(() => torch.tensor([1f, 2f, 3f], [2, 2]));
        Assert.Throws<ArgumentException>(() => torch.from_array(new float[3], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => torch.from_array(new float[4], -2, -2));
    }

    [TorchFact]
    public void Modules_refuse_shapes_before_they_compute()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Assert.Contains("6 features", Assert.Throws<ArgumentException>(() => torch.nn.GRU(6, 2, batchFirst: true).forward(torch.zeros(3, 4, 5))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => torch.nn.LSTM(6, 2).forward(torch.zeros(4, 6)));
        Assert.Throws<ArgumentException>(() => torch.nn.BatchNorm1d(4).forward(torch.zeros(3, 5)));
        Assert.Throws<ArgumentException>(() => torch.nn.MultiheadAttention(8, 2).forward(torch.zeros(3, 2, 8), torch.zeros(3, 2, 8), torch.zeros(3, 2, 6)));
        Assert.Throws<ArgumentException>(() => torch.nn.MultiheadAttention(8, 3));
        Assert.Throws<ArgumentException>(() => torch.nn.functional.mse_loss(torch.zeros(4, 1), torch.zeros(4)));
        Assert.Contains("float32[3,5]", Assert.Throws<TorchOperatorException>(() => torch.nn.Linear(4, 2).forward(torch.zeros(3, 5))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => torch.nn.Dropout(1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => torch.nn.Linear(0, 2));
    }

    private static TorchErrorKind Kind(Action call) => Assert.Throws<TorchOperatorException>(call).Kind;
}
