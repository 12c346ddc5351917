using AlphaKit.Torch.Modules;

namespace AlphaKit.Torch.Tests.Functions;

public sealed class MixedPrecisionTests
{
    [TorchFact]
    public void Products_are_short_inside_and_as_before_outside()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using Linear net = torch.nn.Linear(4, 2);
        Tensor x = torch.randn(3, 4), whole = net.forward(x), cast;
        using (torch.autocast(DeviceType.CPU))
        {
            cast = net.forward(x);
            Assert.Equal(ScalarType.BFloat16, cast.dtype);
            using (torch.autocast(DeviceType.CPU, enabled: false)) Assert.Equal(ScalarType.Float32, net.forward(x).dtype);
            Assert.Equal(ScalarType.BFloat16, net.forward(x).dtype);
        }

        Assert.Equal(ScalarType.Float32, net.forward(x).dtype);
        Assert.True((whole - cast.to(ScalarType.Float32)).abs().max().item<double>() < 0.05);
        cast.sum().backward();
        Assert.Equal(ScalarType.Float32, net.weight.grad!.dtype);
        Assert.Throws<ArgumentOutOfRangeException>(() => torch.autocast(DeviceType.CPU, ScalarType.Float16));
    }

    [TorchFact]
    public void A_scaled_step_equals_a_plain_one_and_a_bad_one_is_left_out()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using Linear scaled = torch.nn.Linear(3, 1), plain = torch.nn.Linear(3, 1);
        plain.load_state_dict(scaled.state_dict());
        using torch.optim.Optimizer one = torch.optim.SGD(scaled.parameters(), 0.1), two = torch.optim.SGD(plain.parameters(), 0.1);
        torch.amp.GradScaler scaler = new(init_scale: 1024, growth_interval: 2);
        Tensor x = torch.randn(5, 3);
        for (int i = 0; i < 2; i++)
        {
            one.zero_grad();
            two.zero_grad();
            scaler.scale(scaled.forward(x).square().mean()).backward();
            plain.forward(x).square().mean().backward();
            Assert.True(scaler.step(one));
            scaler.update();
            two.step();
        }

        Assert.Equal(plain.weight.data<float>().ToArray(), scaled.weight.data<float>().ToArray()); // a power of two rounds nothing
        Assert.Equal(2048, scaler.get_scale());
        scaler.scale((scaled.forward(x) * double.PositiveInfinity).sum()).backward();
        Assert.False(scaler.step(one));
        Assert.Equal(plain.weight.data<float>().ToArray(), scaled.weight.data<float>().ToArray());
        scaler.update();
        Assert.Equal(1024, scaler.get_scale());
        Assert.Throws<InvalidOperationException>(scaler.update);
    }

    [TorchFact]
    public void A_result_that_an_operator_leaves_undefined_is_like_a_disposed_tensor()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor x = torch.randn(2, 3);
        (Tensor y, Tensor mean, Tensor rstd) = new AtenOperator("aten::native_layer_norm").Call3(x, new long[] { 3 }, AtenArgument.None, AtenArgument.None, 1e-5);
        (Tensor dx, Tensor dw, _) = new AtenOperator("aten::native_layer_norm_backward").Call3(y, x, new long[] { 3 }, mean, rstd, AtenArgument.None, AtenArgument.None, new[] { true, false, false });
        Assert.Equal([2L, 3], dx.shape);
        Assert.True(dw.IsInvalid);
        Assert.Throws<ObjectDisposedException>(() => dw.sum());
        dw.Dispose();
    }
}
