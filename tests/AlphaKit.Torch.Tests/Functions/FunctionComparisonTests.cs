namespace AlphaKit.Torch.Tests.Functions;

/// <summary>Losses and functions, value and gradient, against PyTorch.</summary>
[Collection("alone")]
public sealed class FunctionComparisonTests
{
    public static TheoryData<string> Functions => [.. Table().Keys];

    [TorchTheory(python: true)]
    [MemberData(nameof(Functions))]
    public void Value_and_gradient_equal_PyTorch(string name)
    {
        SafetensorsFile peer = PythonTorch.Case("functions");
        using DisposeScope scope = torch.NewDisposeScope();
        (Tensor x, Func<Tensor> function) = Table()[name]();
        Tensor value = function();
        Near.Equal(name, peer[name + ".value"], value.reshape(1), 1e-6);
        Near.Equal("gradient of " + name, peer[name + ".grad"], torch.autograd.grad([value], [x])[0]!, 1e-6);
    }

    [PythonTorchFact]
    public void Equal_seeds_draw_the_numbers_that_PyTorch_draws()
    {
        SafetensorsFile peer = PythonTorch.Case("functions");
        using DisposeScope scope = torch.NewDisposeScope();
        torch.manual_seed(7);
        Near.Equal("randn", peer["randn"], torch.randn(50), 0);
        Near.Equal("rand", peer["rand"], torch.rand(50), 0);
        Near.Equal("randperm", peer["randperm"], torch.randperm(50), 0);
    }

    private static Dictionary<string, Func<(Tensor X, Func<Tensor> Function)>> Table()
    {
        Dictionary<string, Func<Tensor, Tensor, Tensor>> table = new()
        {
            ["mse"] = (x, y) => torch.nn.functional.mse_loss(x, y),
            ["l1"] = (x, y) => torch.nn.functional.l1_loss(x, y, torch.nn.Reduction.Sum),
            ["huber"] = (x, y) => torch.nn.functional.huber_loss(x, y, delta: 0.2),
            ["smooth_l1"] = (x, y) => torch.nn.functional.smooth_l1_loss(x, y, beta: 0.4),
            ["cross_entropy"] = (x, y) => torch.nn.functional.cross_entropy(x, Kinds(), weight: torch.linspace(0.5, 1.5, 6), label_smoothing: 0.2),
            ["nll"] = (x, y) => torch.nn.functional.nll_loss(x.log_softmax(1), Kinds()),
            ["bce_logits"] = (x, y) => torch.nn.functional.binary_cross_entropy_with_logits(x, y.sigmoid()),
            ["bce"] = (x, y) => torch.nn.functional.binary_cross_entropy(x.sigmoid(), y.sigmoid()),
            ["kl_div"] = (x, y) => torch.nn.functional.kl_div(x.log_softmax(1), y.softmax(1), reduction: torch.nn.Reduction.Sum) / 4,
            ["gelu"] = (x, y) => (torch.nn.functional.gelu(x) * y).sum(),
            ["silu"] = (x, y) => (torch.nn.functional.silu(x) * y).sum(),
            ["elu"] = (x, y) => (torch.nn.functional.elu(x) * y).sum(),
            ["leaky_relu"] = (x, y) => (torch.nn.functional.leaky_relu(x, 0.1) * y).sum(),
            ["softplus"] = (x, y) => (torch.nn.functional.softplus(x) * y).sum(),
            ["normalize"] = (x, y) => (torch.nn.functional.normalize(x, dim: 1) * y).sum(),
            ["layer_norm"] = (x, y) => (torch.nn.functional.layer_norm(x, [6]) * y).sum(),
            ["var"] = (x, y) => (x.var(1) * y.select(1, 0)).sum(),
            ["std"] = (x, y) => x.std(),
            ["logsumexp"] = (x, y) => x.logsumexp(1).sum(),
            ["sort"] = (x, y) => (x.sort(1, descending: true).Values * y).sum(),
            ["topk"] = (x, y) => x.topk(3, 1).values.sum(),
            ["cumsum"] = (x, y) => (x.cumsum(1) * y).sum(),
            ["unfold"] = (x, y) => x.unfold(1, 3, 2).square().sum(),
            ["where"] = (x, y) => torch.where(x.gt(0), x, x * 0.5).sum(),
            ["cat"] = (x, y) => torch.cat([x, x * 2], 1).square().mean(),
            ["einsum"] = (x, y) => torch.einsum("ij,kj->ik", x, x).sum(),
            ["cosine"] = (x, y) => torch.nn.functional.cosine_similarity(x, y, 1).sum(),
            ["pow"] = (x, y) => (x + 2).pow(1.5).sum(),
            ["masked_fill"] = (x, y) => x.masked_fill(y.gt(0), 2.0).sum(),
        };
        return table.ToDictionary(p => p.Key, p => (Func<(Tensor, Func<Tensor>)>)(() =>
        {
            Tensor x = PeerNets.Wave(4, 6).requires_grad_(), y = (PeerNets.Wave(4, 6) * 0.7) + 0.1;
            return (x, () => p.Value(x, y));
        }));
    }

    private static Tensor Kinds() => torch.tensor([0L, 3, 5, 1]);
}
