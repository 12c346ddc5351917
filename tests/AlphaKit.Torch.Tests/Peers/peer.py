"""PyTorch's own values for the tests: forward, gradients and twenty optimiser steps of small networks, written as safetensors.

    peer.py make FOLDER              one FOLDER/CASE.safetensors for each case below
    peer.py forward FILE             reads weights that C# wrote, answers with the output of the network of case 'gru', as one line of numbers
    peer.py script FILE              loads the TorchScript module FILE, answers with its output for the input of case 'gru'
"""
import json, math, os, struct, sys
import torch
from torch import nn
import torch.nn.functional as F

NAMES = {torch.float32: "F32", torch.float64: "F64", torch.int64: "I64", torch.bool: "BOOL", torch.float16: "F16", torch.bfloat16: "BF16", torch.int32: "I32", torch.uint8: "U8"}


def write(path, tensors):
    header, blobs, at = {}, [], 0
    for name, t in tensors.items():
        t = t.detach().contiguous()
        raw = (t.view(torch.int16) if t.dtype == torch.bfloat16 else t).numpy().tobytes()
        header[name] = {"dtype": NAMES[t.dtype], "shape": list(t.shape), "data_offsets": [at, at + len(raw)]}
        blobs.append(raw)
        at += len(raw)
    text = json.dumps(header, ensure_ascii=False).encode()
    with open(path, "wb") as f:
        f.write(struct.pack("<Q", len(text)) + text + b"".join(blobs))


def read(path):
    types, result = {v: k for k, v in NAMES.items()}, {}
    with open(path, "rb") as f:
        header = json.loads(f.read(struct.unpack("<Q", f.read(8))[0]))
        data = bytearray(f.read())
    for name, e in header.items():
        if name == "__metadata__":
            continue
        begin, end = e["data_offsets"]
        dtype = types[e["dtype"]]
        t = torch.frombuffer(data[begin:end], dtype=dtype) if end > begin else torch.empty(0, dtype=dtype)
        result[name] = t.reshape(e["shape"])
    return result


def wave(*shape):
    return torch.sin(torch.arange(math.prod(shape), dtype=torch.float32) * 0.37).reshape(shape)


class Gru(nn.Module):
    def __init__(self):
        super().__init__()
        self.gru = nn.GRU(6, 8, 2, batch_first=True)
        self.fc = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc(self.gru(x)[0][:, -1]).squeeze(-1)


class Lstm(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(6, 5, 1, batch_first=True, bidirectional=True)
        self.fc = nn.Linear(10, 1)

    def forward(self, x):
        return self.fc(self.lstm(x)[0].mean(1)).squeeze(-1)


class Conv(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv1d(4, 6, 3, padding=2, dilation=2)
        self.bn = nn.BatchNorm1d(6)
        self.fc = nn.Linear(6, 1)

    def forward(self, x):
        return self.fc(F.gelu(self.bn(self.conv(x))).mean(2)).squeeze(-1)


class Transformer(nn.Module):
    def __init__(self, norm_first, activation):
        super().__init__()
        layer = nn.TransformerEncoderLayer(8, 2, 16, 0.0, activation, batch_first=True, norm_first=norm_first)
        self.encoder = nn.TransformerEncoder(layer, 2)
        self.fc = nn.Linear(8, 3)

    def forward(self, x, padding):
        return self.fc(self.encoder(x, src_key_padding_mask=padding)[:, 0])


class Words(nn.Module):
    def __init__(self):
        super().__init__()
        self.table = nn.Embedding(11, 6, padding_idx=0)
        self.norm = nn.LayerNorm(6)
        self.fc = nn.Linear(6, 1)

    def forward(self, x):
        return self.fc(F.silu(self.norm(self.table(x))).sum(1)).squeeze(-1)


def cases():
    y = wave(12) * 0.5
    padding = torch.zeros(12, 7, dtype=torch.bool)
    padding[::3, 5:] = True
    kinds = torch.arange(12) % 3
    yield ("perceptron", lambda: nn.Sequential(nn.Linear(5, 7), nn.ReLU(), nn.Linear(7, 1), nn.Flatten(0)), (wave(12, 5),), lambda p: F.mse_loss(p, y),
           lambda ps: torch.optim.SGD(ps, lr=0.05, momentum=0.9, weight_decay=0.01), None, None)
    yield ("gru", Gru, (wave(12, 9, 6),), lambda p: F.mse_loss(p, y), lambda ps: torch.optim.Adam(ps, lr=0.01, weight_decay=0.001), None, None)
    yield ("lstm", Lstm, (wave(12, 9, 6),), lambda p: F.huber_loss(p, y, delta=0.3), lambda ps: torch.optim.AdamW(ps, lr=0.01, amsgrad=True), None, None)
    yield ("conv", Conv, (wave(12, 4, 10),), lambda p: F.l1_loss(p, y), lambda ps: torch.optim.AdamW(ps, lr=0.01), None, 0.5)
    yield ("encoder_post_relu", lambda: Transformer(False, "relu"), (wave(12, 7, 8), padding), lambda p: F.cross_entropy(p, kinds, label_smoothing=0.1),
           lambda ps: torch.optim.AdamW(ps, lr=0.01), lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, T_max=15, eta_min=0.001), None)
    yield ("encoder_pre_gelu", lambda: Transformer(True, "gelu"), (wave(12, 7, 8), padding), lambda p: F.cross_entropy(p, kinds),
           lambda ps: torch.optim.AdamW(ps, lr=0.01), lambda o: torch.optim.lr_scheduler.LinearLR(o, start_factor=0.1, end_factor=1.0, total_iters=8), None)
    yield ("words", Words, (torch.arange(60).reshape(12, 5) % 11,), lambda p: F.smooth_l1_loss(p, y),
           lambda ps: torch.optim.SGD(ps, lr=0.05, momentum=0.8, nesterov=True), lambda o: torch.optim.lr_scheduler.StepLR(o, step_size=6, gamma=0.3), None)


def make(folder):
    for seed, (name, build, inputs, loss_of, optimiser_of, scheduler_of, clip) in enumerate(cases()):
        torch.manual_seed(100 + seed)
        net = build()
        out = {"init." + k: v.clone() for k, v in net.state_dict().items()}
        for i, x in enumerate(inputs):
            out[f"input.{i}"] = x
        optimiser = optimiser_of(net.parameters())
        scheduler = scheduler_of(optimiser) if scheduler_of else None
        losses, rates, norms = [], [], []
        for step in range(20):
            optimiser.zero_grad()
            p = net(*inputs)
            loss = loss_of(p)
            loss.backward()
            if step == 0:
                out["output"] = p
                for k, v in net.named_parameters():
                    out["grad." + k] = v.grad.clone()
            if clip:
                norms.append(float(nn.utils.clip_grad_norm_(net.parameters(), clip)))
            losses.append(loss.item())
            rates.append(optimiser.param_groups[0]["lr"])
            optimiser.step()
            if scheduler:
                scheduler.step()
        out["losses"] = torch.tensor(losses, dtype=torch.float64)
        out["rates"] = torch.tensor(rates, dtype=torch.float64)
        out["norms"] = torch.tensor(norms, dtype=torch.float64)
        for k, v in net.state_dict().items():
            out["final." + k] = v
        write(os.path.join(folder, name + ".safetensors"), out)
    functions(folder)


def functions(folder):
    """Losses and functions with their gradients, one name each."""
    out = {}
    x, y = wave(4, 6).requires_grad_(), (wave(4, 6) * 0.7 + 0.1)
    kinds, weight = torch.tensor([0, 3, 5, 1]), torch.linspace(0.5, 1.5, 6)
    table = {
        "mse": lambda: F.mse_loss(x, y), "l1": lambda: F.l1_loss(x, y, reduction="sum"), "huber": lambda: F.huber_loss(x, y, delta=0.2),
        "smooth_l1": lambda: F.smooth_l1_loss(x, y, beta=0.4), "cross_entropy": lambda: F.cross_entropy(x, kinds, weight=weight, label_smoothing=0.2),
        "nll": lambda: F.nll_loss(F.log_softmax(x, 1), kinds), "bce_logits": lambda: F.binary_cross_entropy_with_logits(x, torch.sigmoid(y)),
        "bce": lambda: F.binary_cross_entropy(torch.sigmoid(x), torch.sigmoid(y)),
        "kl_div": lambda: F.kl_div(F.log_softmax(x, 1), F.softmax(y, 1), reduction="batchmean"),
        "gelu": lambda: (F.gelu(x) * y).sum(), "silu": lambda: (F.silu(x) * y).sum(), "elu": lambda: (F.elu(x) * y).sum(),
        "leaky_relu": lambda: (F.leaky_relu(x, 0.1) * y).sum(), "softplus": lambda: (F.softplus(x) * y).sum(),
        "normalize": lambda: (F.normalize(x, dim=1) * y).sum(), "layer_norm": lambda: (F.layer_norm(x, (6,)) * y).sum(),
        "var": lambda: (x.var(1) * y[:, 0]).sum(), "std": lambda: x.std(), "logsumexp": lambda: x.logsumexp(1).sum(),
        "sort": lambda: (x.sort(1, descending=True).values * y).sum(), "topk": lambda: x.topk(3, 1).values.sum(),
        "cumsum": lambda: (x.cumsum(1) * y).sum(), "unfold": lambda: (x.unfold(1, 3, 2) ** 2).sum(), "where": lambda: torch.where(x > 0, x, x * 0.5).sum(),
        "cat": lambda: (torch.cat([x, x * 2], 1) ** 2).mean(), "einsum": lambda: torch.einsum("ij,kj->ik", x, x).sum(),
        "cosine": lambda: F.cosine_similarity(x, y, dim=1).sum(), "pow": lambda: ((x + 2) ** 1.5).sum(), "masked_fill": lambda: x.masked_fill(y > 0, 2.0).sum(),
    }
    for name, f in table.items():
        value = f()
        (gradient,) = torch.autograd.grad(value, x)
        out[name + ".value"], out[name + ".grad"] = value.reshape(1), gradient
    torch.manual_seed(7)
    out["randn"], out["rand"], out["randperm"] = torch.randn(50), torch.rand(50), torch.randperm(50)
    write(os.path.join(folder, "functions.safetensors"), out)


if __name__ == "__main__":
    torch.set_num_threads(1)
    if sys.argv[1] == "make":
        make(sys.argv[2])
    else:
        if sys.argv[1] == "forward":
            net = Gru()
            net.load_state_dict(read(sys.argv[2]))
        else:
            net = torch.jit.load(sys.argv[2])
        net.eval()
        with torch.no_grad():
            print(" ".join(repr(float(v)) for v in net(wave(12, 9, 6))))
