namespace AlphaKit.Torch.Tests.Functions;

public sealed class AutogradTests
{
    [TorchFact]
    public void Gradients_add_up_until_they_are_forgotten()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor x = torch.tensor([1f, 2f, 3f], requires_grad: true);
        (x * x).sum().backward();
        (x * x).sum().backward();
        Assert.Equal([4f, 8f, 12f], x.grad!.data<float>().ToArray());
        x.grad = null;
        Assert.Null(x.grad);
    }

    [TorchFact]
    public void Nothing_is_recorded_under_no_grad_or_inference_mode()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor x = torch.ones([2], requires_grad: true);
        Assert.True((x * 2).requires_grad);
        using (torch.no_grad())
        {
            Assert.False((x * 2).requires_grad);
            using (torch.enable_grad()) Assert.True((x * 2).requires_grad);
            Assert.False(torch.is_grad_enabled());
        }

        using (torch.inference_mode()) Assert.False((x * 2).requires_grad);
        Assert.True(torch.is_grad_enabled());
        Assert.True((x * 2).requires_grad);
    }

    [TorchFact]
    public void Grad_gives_gradients_of_gradients_without_touching_the_leaves()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor x = torch.tensor([2f, 3f], requires_grad: true), unused = torch.ones([1], requires_grad: true);
        Tensor first = torch.autograd.grad([(x * x * x).sum()], [x], create_graph: true)[0]!;
        Tensor second = torch.autograd.grad([first.sum()], [x])[0]!;
        Assert.Equal([12f, 18f], second.data<float>().ToArray()); // 6 x
        Assert.Null(x.grad);
        Assert.Null(torch.autograd.grad([x.sum()], [unused], allow_unused: true)[0]);
        Assert.Throws<TorchOperatorException>(() => torch.autograd.grad([x.sum()], [unused]));
    }

    [TorchFact]
    public void A_gradient_in_CSharp_takes_part_like_any_other()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor x = torch.tensor([0.5f, -1f], requires_grad: true), unused = torch.ones([1], requires_grad: true), e;
        using (torch.no_grad()) e = x.exp();
        Tensor y = torch.autograd.custom([x, unused], [e], [e], (g, s) => [g[0]! * s[0]!, null])[0];
        (y * 3.0).sum().backward();
        Assert.Equal((e * 3.0).data<float>().ToArray(), x.grad!.data<float>().ToArray());
        Assert.Null(unused.grad);
    }

    [TorchFact]
    public void What_a_gradient_in_CSharp_throws_arrives_at_backward()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor x = torch.ones([2], requires_grad: true), e;
        using (torch.no_grad()) e = x.exp();
        Tensor y = torch.autograd.custom([x], [e], [], (_, _) => throw new FormatException("no such day"))[0];
        TorchOperatorException broken = Assert.Throws<TorchOperatorException>(() => y.sum().backward());
        Assert.Equal(TorchErrorKind.Callback, broken.Kind);
        Assert.Contains("no such day", broken.Message, StringComparison.Ordinal);
        Tensor wrong = torch.autograd.custom([x], [e], [], (_, _) => [])[0];
        Assert.Contains("0 tensors for 1 inputs", Assert.Throws<TorchOperatorException>(() => wrong.sum().backward()).Message, StringComparison.Ordinal);
    }

    [TorchFact]
    public void A_guard_cannot_end_on_another_thread()
    {
        IDisposable guard = torch.no_grad();
        Exception? elsewhere = null;
        Thread thread = new(() => elsewhere = Record.Exception(guard.Dispose));
        thread.Start();
        thread.Join();
        Assert.IsType<InvalidOperationException>(elsewhere);
        guard.Dispose();
        Assert.True(torch.is_grad_enabled());
    }
}
