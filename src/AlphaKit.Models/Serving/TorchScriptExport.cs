using System.Globalization;

namespace AlphaKit.Models;

/// <summary>
/// The networks as TorchScript, for programs that expect such a file: <c>torch.jit.load</c> of Python, libtorch in C++. Weights are shared with the
/// module and keep their names; the script computes what the module computes when it does not train (no dropout).
/// </summary>
public static class TorchScriptExport
{
    private const string Positions = """

        def positions(self, steps: int, width: int, like):
            t = torch.arange(steps, dtype=7, device=like.device).unsqueeze(1)
            i = torch.arange(width, dtype=4, device=like.device)
            even = torch.eq(torch.remainder(i, 2), 0)
            angle = t / torch.pow(10000.0, torch.sub(i, torch.remainder(i, 2)).to(7) / float(width))
            return torch.where(even, torch.sin(angle), torch.cos(angle)).to(like.dtype).unsqueeze(0)

        """;

    /// <summary>forward(x [batch, steps, features]) → [batch].</summary>
    /// <param name="module">The module.</param>
    public static torch.jit.ScriptModule Of(RecurrentModule module)
    {
        ArgumentNullException.ThrowIfNull(module);
        RecurrentModuleOptions o = module.Options;
        string cell = o.Cell == RecurrentCell.Gru
            ? "    states, last = torch.gru(x, start, weights, True, 1, 0.0, False, False, True)"
            : "    states, last, cell = torch.lstm(x, [start, start], weights, True, 1, 0.0, False, False, True)";
        return torch.jit.script(module, $"""
            def forward(self, x):
                start = torch.zeros([1, x.size(0), {o.Hidden}], dtype=x.dtype, device=x.device)
                weights = {Weights(o.Cell == RecurrentCell.Gru ? "gru" : "lstm")}
            {cell}
                y = {Normalised("states[:, -1]", "self.bn")}
                y = {Linear("y", "self.fc")}.squeeze(1)
                return {(o.Output == RecurrentOutput.Sigmoid ? "torch.sigmoid(y)" : "y")}
            """);
    }

    /// <summary>forward(technical, fundamental, high-frequency), each [batch, steps, features] → (log-probabilities, gate, logits of the experts, volatility, weight).</summary>
    /// <param name="module">The module.</param>
    public static torch.jit.ScriptModule Of(MixtureOfExperts module)
    {
        ArgumentNullException.ThrowIfNull(module);
        MixtureOptions o = module.Options;
        int f = o.FundamentalFeatures, depth = f / o.Heads;
        string top = o.TopExperts is { } n && n < 3 ? $"    gates = torch.masked_fill(gates, torch.lt(gates, torch.topk(gates, {n}, 1)[0][:, {n - 1}].unsqueeze(1)), -1e38)" : "";
        return torch.jit.script(module, Positions + $"""
            def encode(self, x):
                n = x.size(0)
                q = x.size(1)
                p = torch.linear(x, self.transformer.self_attn.in_proj_weight, self.transformer.self_attn.in_proj_bias).view([n, q, 3, {o.Heads}, {depth}]).permute([2, 0, 3, 1, 4])
                w = torch.softmax(torch.matmul(p[0] * {Number(1 / Math.Sqrt(depth))}, p[1].transpose(-2, -1)), -1)
                m = torch.matmul(w, p[2]).transpose(1, 2).reshape([n, q, {f}])
                x = {LayerNorm("x + " + Linear("m", "self.transformer.self_attn.out_proj"), f, "self.transformer.norm1")}
                y = {Linear("torch.relu(" + Linear("x", "self.transformer.linear1") + ")", "self.transformer.linear2")}
                return {LayerNorm("x + y", f, "self.transformer.norm2")}

            def forward(self, a, b, c):
                start = torch.zeros([1, a.size(0), {o.Hidden}], dtype=a.dtype, device=a.device)
                states, last, cell = torch.lstm(a, [start, start], {Weights("lstm")}, True, 1, 0.0, False, False, True)
                t = states[:, -1]
                f = torch.mean(self.encode(b + self.positions(b.size(1), {f}, b)), [1])
                w = torch.relu(torch.conv1d(c.transpose(1, 2), self.conv1.weight, self.conv1.bias, [1], [1]))
                w = torch.mean(torch.relu(torch.conv1d(w, self.conv2.weight, self.conv2.bias, [1], [1])), [2])
                logits = torch.stack([{Linear("t", "self.lstm_head")}, {Linear("f", "self.transformer_head")}, {Linear("w", "self.conv_head")}], 1)
                pooled = torch.cat([torch.mean(a, [1]), torch.mean(b, [1]), torch.mean(c, [1])], 1)
                gates = {Linear("torch.relu(" + Linear("pooled", "self.gate1") + ")", "self.gate2")}
            {top}
                gate = torch.softmax(gates, 1)
                mixed = torch.logsumexp(torch.log(torch.clamp(gate, 1e-30)).unsqueeze(2) + torch.log_softmax(logits, 2), [1])
                trunk = torch.cat([t, f, w], 1)
                return mixed, gate, logits, torch.softplus({Linear("trunk", "self.volatility")}).squeeze(1), torch.sigmoid({Linear("trunk", "self.weight")}).squeeze(1)
            """);
    }

    /// <summary>forward(x [batch, features]) → (logits, return).</summary>
    /// <param name="module">The module.</param>
    public static torch.jit.ScriptModule Of(AttentionDnn module)
    {
        ArgumentNullException.ThrowIfNull(module);
        AttentionDnnOptions o = module.Options;
        return torch.jit.script(module, $"""
            def forward(self, x):
                w = torch.softmax({Linear("torch.tanh(" + Linear("x", Part("attention", 0)) + ")", Part("attention", 2))}, 1)
                t = x * w * {Number(o.Scale ?? o.Features)}
                t = torch.relu({Normalised(Linear("t", Part("trunk", 0)), Part("trunk", 1))})
                t = torch.relu({Normalised(Linear("t", Part("trunk", 3)), Part("trunk", 4))})
                return {Linear("t", "self.class_head")}, {Linear("t", "self.return_head")}.squeeze(1)
            """);
    }

    /// <summary>
    /// forward(x [batch, steps, features], padding [batch, steps] of bools) → (return, Sharpe ratio, drawdown), with sentiment [batch, features] between the
    /// two where the network has it.
    /// </summary>
    /// <param name="module">The module.</param>
    public static torch.jit.ScriptModule Of(CausalDecoder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        CausalDecoderOptions o = module.Options;
        string blocks = string.Concat(Enumerable.Range(0, o.Layers).Select(k => Block(o, k)));
        string all = string.Join("\n", Enumerable.Range(0, o.Layers).Select(k => $"    x = self.block{k}(x, mask)"));
        string mood = o.SentimentFeatures > 0 ? $"    x = x + {Linear("torch.silu(" + Linear("mood", "self.sentiment1") + ")", "self.sentiment2")}.unsqueeze(1)" : "";
        return torch.jit.script(module, Positions + blocks + $"""
            def forward(self, x, {(o.SentimentFeatures > 0 ? "mood, " : "")}padding):
                n = x.size(0)
                steps = x.size(1)
                mask = torch.logical_and(torch.tril(torch.ones([1, 1, steps, steps], dtype=11, device=x.device)), torch.logical_not(padding).view([n, 1, 1, steps]))
                x = torch.masked_fill(x, padding.unsqueeze(2), 0.0)
                x = {Linear("x", "self.embedding")} + self.positions(steps, {o.Width}, x)
            {mood}
            {all}
                at = torch.masked_fill(torch.arange(steps, dtype=4, device=x.device).unsqueeze(0).expand([n, steps]), padding, 0).amax([1])
                y = torch.gather(x, 1, at.view([n, 1, 1]).expand([n, 1, {o.Width}])).squeeze(1)
                y = torch.masked_fill({LayerNorm("y", o.Width, "self.norm")}, torch.all(padding, 1).unsqueeze(1), 0.0)
                return {Linear("y", "self.return_head")}.squeeze(1), {Linear("y", "self.sharpe_head")}.squeeze(1), {Linear("y", "self.drawdown_head")}.squeeze(1)
            """);
    }

    private static string Block(CausalDecoderOptions o, int k)
    {
        string own = Part("blocks", k);
        int depth = o.Width / o.Heads;
        return $"""

            def block{k}(self, x, mask):
                n = x.size(0)
                q = x.size(1)
                p = {Linear(LayerNorm("x", o.Width, own + ".norm1"), own + ".qkv")}.view([n, q, 3, {o.Heads}, {depth}]).permute([2, 0, 3, 1, 4])
                a = p[0] * torch.rsqrt(torch.mean(torch.square(p[0]), [-1], True) + 1e-6) * {own}.q_scale
                b = p[1] * torch.rsqrt(torch.mean(torch.square(p[1]), [-1], True) + 1e-6) * {own}.k_scale
                s = torch.masked_fill(torch.matmul(a * {Number(1 / Math.Sqrt(depth))}, b.transpose(-2, -1)), torch.logical_not(mask), -1e38)
                w = torch.masked_fill(torch.softmax(s, -1), torch.logical_not(mask), 0.0)
                x = x + {Linear($"torch.matmul(w, p[2]).transpose(1, 2).reshape([n, q, {o.Width}])", own + ".out")}
                y = {LayerNorm("x", o.Width, own + ".norm2")}
                return x + torch.linear(torch.linear(y, {own}.w1.weight) * torch.silu(torch.linear(y, {own}.w2.weight)), {own}.w3.weight)

            """;
    }

    /// <summary>A part whose name is a number cannot be written with a dot.</summary>
    private static string Part(string list, int index) => $"getattr(self.{list}, \"{index}\")";

    private static string Weights(string layer) => $"[self.{layer}.weight_ih_l0, self.{layer}.weight_hh_l0, self.{layer}.bias_ih_l0, self.{layer}.bias_hh_l0]";

    private static string Linear(string x, string layer) => $"torch.linear({x}, {layer}.weight, {layer}.bias)";

    private static string Normalised(string x, string layer) => $"torch.batch_norm({x}, {layer}.weight, {layer}.bias, {layer}.running_mean, {layer}.running_var, False, 0.1, 1e-05, False)";

    private static string LayerNorm(string x, int width, string layer) => $"torch.layer_norm({x}, [{width}], {layer}.weight, {layer}.bias, 1e-05)";

    private static string Number(double value) => value.ToString("F17", CultureInfo.InvariantCulture);
}
