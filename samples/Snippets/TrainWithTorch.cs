using AlphaKit.Torch;
using AlphaKit.Torch.Modules;

namespace AlphaKit.Snippets;

#region torch-module
/// <summary>Scores a share from its last days: GRU, then a linear layer.</summary>
public sealed class LastState : torch.nn.Module<Tensor, Tensor>
{
    private readonly GRU gru;
    private readonly Linear fc;

    public LastState(long features, long hidden)
        : base(nameof(LastState))
    {
        gru = torch.nn.GRU(features, hidden, batchFirst: true);
        fc = torch.nn.Linear(hidden, 1);
        RegisterComponents(); // the names of the fields are the names in the state dictionary: gru.weight_ih_l0, fc.weight, …
    }

    public override Tensor forward(Tensor x)
    {
        (Tensor states, _) = gru.forward(x);
        return fc.forward(states.select(1, -1)).squeeze(-1);
    }
}
#endregion

internal static class TrainWithTorch
{
    public static void Run()
    {
        #region torch-available
        if (!torch.TryInitialize(out TorchLibraryException? missing))
        {
            Console.WriteLine(missing!.Message); // what was looked for, and the command that installs it
            return;
        }
        #endregion

        #region torch-train
        torch.manual_seed(42);
        torch.set_num_threads(2);
        using LastState net = new(features: 6, hidden: 16);
        using torch.optim.Optimizer optimiser = torch.optim.AdamW(net.parameters(), lr: 1e-2);
        using Tensor x = torch.randn(200, 20, 6), y = torch.randn(200);
        for (int step = 0; step < 10; step++)
        {
            using DisposeScope scope = torch.NewDisposeScope(); // whatever the step makes is freed at its end
            optimiser.zero_grad();
            Tensor loss = torch.nn.functional.mse_loss(net.forward(x), y);
            loss.backward();
            torch.nn.utils.clip_grad_norm_(net.parameters(), max_norm: 1.0);
            optimiser.step();
            Console.WriteLine($"{step}: {loss.item<float>():F4}");
        }
        #endregion

        string path = Path.Combine(Path.GetTempPath(), "alphakit-snippet.safetensors");
        #region torch-save
        net.save_safetensors(path);  // Python: safetensors.torch.load_file(path)
        net.load_safetensors(path);
        SafetensorsFile file = SafetensorsFile.Read(path); // without libtorch: names, shapes, numbers
        Console.WriteLine(file["fc.weight"]);
        #endregion
        File.Delete(path);

        #region torch-operator
        AtenOperator cummax = new("aten::cummax");
        Console.WriteLine(cummax.Schema);
        (Tensor values, Tensor positions) = cummax.Call2(y, 0);
        #endregion
        values.Dispose();
        positions.Dispose();

        #region torch-gradient
        static Tensor Softsign(Tensor t)
        {
            Tensor one, result;
            using (torch.no_grad())
            {
                one = 1.0 + t.abs();
                result = t / one;
            }

            return torch.autograd.custom([t], [result], [one], (g, saved) => [g[0]! / saved[0]!.square()])[0];
        }
        #endregion
        using DisposeScope last = torch.NewDisposeScope();
        Tensor at = torch.tensor([-1f, 0f, 3f], requires_grad: true);
        Softsign(at).sum().backward();
        Console.WriteLine(string.Join(' ', at.grad!.data<float>().ToArray())); // 0.25 1 0.0625
    }
}
