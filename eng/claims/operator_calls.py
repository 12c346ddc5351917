# Nanoseconds of a call of the operators that benchmarks/AlphaKit.Benchmarks/TorchCalls.cs calls, with PyTorch: the least of four hundred rounds.
import time, torch
torch.set_num_threads(1)
a, b, m, w, bias, g = torch.randn(8), torch.randn(8), torch.randn(4, 4), torch.randn(4, 4), torch.randn(4), torch.randn(8, requires_grad=True)
linear = torch.nn.functional.linear
def run(name, f, calls=500):
    least = float("inf")
    for _ in range(400):
        start = time.perf_counter_ns()
        f(range(calls))
        least = min(least, (time.perf_counter_ns() - start) / calls)
    print(name, round(least))
# Each loop stands in its function so that no call of a Python function is counted beside the operator's.
def add(r):
    for _ in r: a + b
def mul_scalar(r):
    for _ in r: a * 2.0
def total(r):
    for _ in r: a.sum()
def view(r):
    for _ in r: a.view(2, 4)
def matmul(r):
    for _ in r: m.matmul(w)
def linears(r):
    for _ in r: linear(m, w, bias)
def cat(r):
    for _ in r: torch.cat([a, b])
def add_grad(r):
    for _ in r: g + b
def softmax(r):
    for _ in r: m.softmax(1)
for name, f in (("add", add), ("mul_scalar", mul_scalar), ("sum", total), ("view", view), ("matmul", matmul), ("linear", linears), ("cat", cat), ("add_grad", add_grad), ("softmax", softmax)): run(name, f)
