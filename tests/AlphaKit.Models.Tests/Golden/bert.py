# Makes the values quoted in BertEncoderTests (PyTorch 1.13.1): a small BERT written from its definition (Devlin et al. 2019), post-norm, exact GELU.
# Weights are sines over all tensors in the order of their published names. The encoder is compared with torch.nn.TransformerEncoderLayer as well.
import math, torch, torch.nn.functional as F
torch.set_num_threads(1)
V, D, L, H, FF, P, S = 11, 8, 2, 2, 12, 6, 2
shapes = {"embeddings.word_embeddings.weight": (V, D), "embeddings.position_embeddings.weight": (P, D), "embeddings.token_type_embeddings.weight": (S, D),
          "embeddings.LayerNorm.weight": (D,), "embeddings.LayerNorm.bias": (D,), "pooler.dense.weight": (D, D), "pooler.dense.bias": (D,)}
for l in range(L):
    e = f"encoder.layer.{l}."
    for n in ("query", "key", "value"): shapes[e + f"attention.self.{n}.weight"], shapes[e + f"attention.self.{n}.bias"] = (D, D), (D,)
    for n, i, o in (("attention.output", D, D), ("output", FF, D)):
        shapes[e + n + ".dense.weight"], shapes[e + n + ".dense.bias"] = (o, i), (o,)
        shapes[e + n + ".LayerNorm.weight"], shapes[e + n + ".LayerNorm.bias"] = (D,), (D,)
    shapes[e + "intermediate.dense.weight"], shapes[e + "intermediate.dense.bias"] = (FF, D), (FF,)
w, at = {}, 0
for name in sorted(shapes):
    n = math.prod(shapes[name])
    shift = 1.0 if name.endswith("LayerNorm.weight") else 0.0
    w[name] = torch.tensor([shift + 0.3 * math.sin(1.7 * (i + 1)) for i in range(at, at + n)], dtype=torch.float32).view(shapes[name]).requires_grad_()
    at += n
def norm(x, n): return F.layer_norm(x, (D,), w[n + ".weight"], w[n + ".bias"], 1e-12)
def lin(x, n): return x @ w[n + ".weight"].T + w[n + ".bias"]
def bert(ids, seg, pad):
    B, T = ids.shape
    x = norm(w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][:T] + w["embeddings.token_type_embeddings.weight"][seg], "embeddings.LayerNorm")
    for l in range(L):
        e = f"encoder.layer.{l}."
        q, k, v = [lin(x, e + "attention.self." + n).view(B, T, H, D // H).transpose(1, 2) for n in ("query", "key", "value")]
        p = (q @ k.transpose(-1, -2) / math.sqrt(D // H)).masked_fill(pad[:, None, None, :], -math.inf).softmax(-1)
        a = (p @ v).transpose(1, 2).reshape(B, T, D)
        x1 = norm(lin(a, e + "attention.output.dense") + x, e + "attention.output.LayerNorm")
        h = lin(x1, e + "intermediate.dense")
        x2 = norm(lin(h * 0.5 * (1 + torch.erf(h / math.sqrt(2))), e + "output.dense") + x1, e + "output.LayerNorm")
        with torch.no_grad():   # the same layer by PyTorch's own module
            m = torch.nn.TransformerEncoderLayer(D, H, FF, 0.0, "gelu", 1e-12, batch_first=True)
            m.self_attn.in_proj_weight.copy_(torch.cat([w[e + f"attention.self.{n}.weight"] for n in ("query", "key", "value")]))
            m.self_attn.in_proj_bias.copy_(torch.cat([w[e + f"attention.self.{n}.bias"] for n in ("query", "key", "value")]))
            for mine, theirs in ((m.self_attn.out_proj, "attention.output.dense"), (m.linear1, "intermediate.dense"), (m.linear2, "output.dense"), (m.norm1, "attention.output.LayerNorm"), (m.norm2, "output.LayerNorm")):
                mine.weight.copy_(w[e + theirs + ".weight"]); mine.bias.copy_(w[e + theirs + ".bias"])
            assert (m(x.detach(), src_key_padding_mask=pad) - x2.detach()).abs().masked_fill(pad[:, :, None], 0).max() < 1e-5
        x = x2
    return x, torch.tanh(lin(x[:, 0], "pooler.dense"))
B, T = 3, 5
ids = torch.tensor([[(7 * b + 3 * t) % V for t in range(T)] for b in range(B)])
seg = torch.tensor([[int(t >= 3) for t in range(T)] for b in range(B)])
pad = torch.tensor([[t >= T - (0, 2, 1)[b] for t in range(T)] for b in range(B)])
show = lambda v: "[" + ", ".join(f"{float(x):.6f}" for x in v) + "]"
with torch.no_grad():
    s, p = bert(ids, seg, pad)
    print("states", show(s[0, 0, :4]), show(s[1, 2, 4:]), show(s[2, 3, :4]), "pooled", show(p[:, 1]), show(p[:, 7]))
target = torch.tensor([math.sin(2.3 * (i + 1)) for i in range(B * D)]).view(B, D)
opt = torch.optim.Adam(list(w.values()), lr=0.005)
losses = []
for _ in range(20):
    opt.zero_grad(); s, p = bert(ids, seg, pad)
    loss = F.mse_loss(p, target) + 0.1 * s.masked_fill(pad[:, :, None], 0).square().mean() + 0.1 * s[0].mean()
    loss.backward(); opt.step(); losses.append(loss.item())
print("losses", show(losses))
