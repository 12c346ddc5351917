# Seconds of the training steps that benchmarks/AlphaKit.Benchmarks/GruTraining.cs takes, with PyTorch. Usage: gru_step.py THREADS
import sys, time, torch
torch.set_num_threads(int(sys.argv[1])); torch.manual_seed(0)
gru, bn, fc = torch.nn.GRU(27, 30, batch_first=True), torch.nn.BatchNorm1d(30), torch.nn.Linear(30, 1)
adam = torch.optim.Adam([*gru.parameters(), *bn.parameters(), *fc.parameters()], lr=0.005)
x, y = torch.randn(5000, 40, 27), torch.randn(5000)
for r in range(14):
    start = time.perf_counter()
    adam.zero_grad()
    p = torch.sigmoid(fc(bn(gru(x)[0][:, -1]))).view(-1)
    a, b = p - p.mean(), y - y.mean()
    (-(a * b).sum() / (a.norm() * b.norm())).backward()
    adam.step()
    if r >= 2: print(f"{time.perf_counter() - start:.4f}")
