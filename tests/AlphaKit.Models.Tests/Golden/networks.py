# Makes the values quoted in ModuleTests (PyTorch 1.13.1): weights are sines, 20 steps of Adam at 0.005; prints the losses and the last outputs.
import math, torch
import torch.nn as nn, torch.nn.functional as F
torch.set_num_threads(1)
def sines(shape, a, b):
    n = math.prod(shape); return torch.tensor([a*math.sin(b*(i+1)) for i in range(n)], dtype=torch.float32).view(shape)
def fill(m, a=0.3):
    at = 0
    with torch.no_grad():
        for p in m.parameters():
            n = p.numel(); p.copy_(torch.tensor([a*math.sin(1.7*(i+1)) for i in range(at, at+n)], dtype=torch.float32).view(p.shape)); at += n
def positions(steps, width):
    return torch.tensor([[math.sin(t/10000**((i-i%2)/width)) if i%2==0 else math.cos(t/10000**((i-i%2)/width)) for i in range(width)] for t in range(steps)], dtype=torch.float32)[None]
def run(name, m, loss, score):
    fill(m); m.train(); opt = torch.optim.Adam(m.parameters(), lr=0.005); out = []
    for _ in range(20):
        opt.zero_grad(); l = loss(m); l.backward(); opt.step(); out.append(l.item())
    m.eval()
    with torch.no_grad(): s = score(m)
    print(name, "losses", [round(v, 6) for v in out], "scores", [round(float(v), 6) for v in s[:5]])
B = 12
target = torch.tensor([i % 3 for i in range(B)])
class Moe(nn.Module):
    def __init__(s):
        super().__init__()
        s.lstm = nn.LSTM(5, 8, batch_first=True); s.transformer = nn.TransformerEncoderLayer(4, 2, 16, 0.0, batch_first=True)
        s.conv1 = nn.Conv1d(3, 6, 3, padding=1); s.conv2 = nn.Conv1d(6, 6, 3, padding=1)
        s.lstm_head = nn.Linear(8, 3); s.transformer_head = nn.Linear(4, 3); s.conv_head = nn.Linear(6, 3)
        s.gate1 = nn.Linear(12, 8); s.gate2 = nn.Linear(8, 3); s.volatility = nn.Linear(18, 1); s.weight = nn.Linear(18, 1)
    def forward(s, a, b, c):
        t = s.lstm(a)[0][:, -1]; f = s.transformer(b + positions(b.shape[1], 4)).mean(1); w = F.relu(s.conv2(F.relu(s.conv1(c.transpose(1, 2))))).mean(2)
        z = torch.stack([s.lstm_head(t), s.transformer_head(f), s.conv_head(w)], 1)
        g = s.gate2(F.relu(s.gate1(torch.cat([a.mean(1), b.mean(1), c.mean(1)], 1)))).softmax(1)
        p = (g[:, :, None] * z.softmax(2)).sum(1)
        tr = torch.cat([t, f, w], 1)
        return p.log(), g, z, F.softplus(s.volatility(tr))[:, 0], torch.sigmoid(s.weight(tr))[:, 0]
a, b, c = sines((B, 6, 5), 1, 0.9), sines((B, 4, 4), 1, 0.7), sines((B, 7, 3), 1, 1.1)
def moe_loss(m):
    lp, g, z, v, w = m(a, b, c)
    load = g.mean(0); bal = load.var(unbiased=False) / load.mean()**2
    zc = z - z.mean(0, keepdim=True); zs = zc / (zc.square().sum(0, keepdim=True) + 1e-12).sqrt()
    de = sum((zs[:, i]*zs[:, j]).sum(0).square().mean() for i in range(3) for j in range(i+1, 3)) / 3
    return F.nll_loss(lp, target) + 0.1*bal + 0.2*de + 0.5*F.mse_loss(v, sines((B,), 1, 2.3)) + 0.1*w.mean()
run("moe", Moe(), moe_loss, lambda m: m(a, b, c)[0].exp()[:, 2])
class Dnn(nn.Module):
    def __init__(s):
        super().__init__()
        s.attention = nn.Sequential(nn.Linear(9, 32), nn.Tanh(), nn.Linear(32, 9), nn.Softmax(1))
        s.trunk = nn.Sequential(nn.Linear(9, 64), nn.BatchNorm1d(64), nn.ReLU(), nn.Linear(64, 32), nn.BatchNorm1d(32), nn.ReLU())
        s.class_head = nn.Linear(32, 3); s.return_head = nn.Linear(32, 1)
    def forward(s, x):
        t = s.trunk(x * s.attention(x) * 9); return s.class_head(t), s.return_head(t)[:, 0]
x = sines((B, 9), 1, 0.9)
def dnn_loss(m):
    l, r = m(x); return F.cross_entropy(l, target) + 0.3*F.mse_loss(r, sines((B,), 1, 2.3))
run("dnn", Dnn(), dnn_loss, lambda m: m(x)[1])
class Block(nn.Module):
    def __init__(s, d, h, ff):
        super().__init__(); s.h = h
        s.q_scale = nn.Parameter(torch.ones(d//h)); s.k_scale = nn.Parameter(torch.ones(d//h))
        s.norm1 = nn.LayerNorm(d); s.norm2 = nn.LayerNorm(d); s.qkv = nn.Linear(d, 3*d); s.out = nn.Linear(d, d)
        s.w1 = nn.Linear(d, ff, bias=False); s.w2 = nn.Linear(d, ff, bias=False); s.w3 = nn.Linear(ff, d, bias=False)
    def forward(s, x, mask):
        B, T, d = x.shape; n = lambda q, k: q * (q.square().mean(-1, keepdim=True) + 1e-6).rsqrt() * k
        q, k, v = [p.view(B, T, s.h, d//s.h).transpose(1, 2) for p in s.qkv(s.norm1(x)).chunk(3, -1)]
        w = (n(q, s.q_scale) @ n(k, s.k_scale).transpose(-2, -1) / math.sqrt(d//s.h)).masked_fill(~mask, -1e30)
        w = w.softmax(-1) * mask.any(-1, keepdim=True)
        x = x + s.out((w @ v).transpose(1, 2).reshape(B, T, d)); y = s.norm2(x)
        return x + s.w3(s.w1(y) * F.silu(s.w2(y)))
class Decoder(nn.Module):
    def __init__(s):
        super().__init__()
        s.embedding = nn.Linear(5, 8); s.sentiment1 = nn.Linear(2, 8); s.sentiment2 = nn.Linear(8, 8)
        s.blocks = nn.ModuleList([Block(8, 2, 12) for _ in range(2)]); s.norm = nn.LayerNorm(8)
        s.return_head = nn.Linear(8, 1); s.sharpe_head = nn.Linear(8, 1); s.drawdown_head = nn.Linear(8, 1)
    def forward(s, x, m, pad):
        B, T, _ = x.shape; mask = torch.ones(T, T, dtype=torch.bool).tril()[None, None] & ~pad[:, None, None, :]
        x = s.embedding(x.masked_fill(pad[:, :, None], 0)) + positions(T, 8) + s.sentiment2(F.silu(s.sentiment1(m)))[:, None]
        for b in s.blocks: x = b(x, mask)
        last = torch.arange(T)[None].expand(B, T).masked_fill(pad, 0).amax(1)
        y = s.norm(x[torch.arange(B), last])
        return s.return_head(y)[:, 0], s.sharpe_head(y)[:, 0], s.drawdown_head(y)[:, 0]
xs, ms = sines((B, 6, 5), 1, 0.9), sines((B, 2), 1, 1.9)
pad = torch.tensor([[t < i % 3 or (i % 4 == 1 and t == 5) for t in range(6)] for i in range(B)])
y = sines((B,), 1, 2.3)
def dec_loss(m):
    r, s, d = m(xs, ms, pad); return 0.4*F.l1_loss(r, y) + 0.3*F.mse_loss(s, y) + 0.3*F.mse_loss(d, -y)
run("decoder", Decoder(), dec_loss, lambda m: m(xs, ms, pad)[0])
