# Makes the values quoted in RecurrentNetworkTests (PyTorch 1.13.1): GRU(4 -> 5), BatchNorm1d, Linear, Sigmoid; two days of 12 and 9 names; minus the
# mean IC per day; 20 steps of Adam at 0.005.
import torch, math
torch.manual_seed(0); torch.set_num_threads(1)
F,H,T=4,5,6
def seq(n,a,b): return torch.tensor([a*math.sin(b*(i+1)) for i in range(n)],dtype=torch.float32)
gru=torch.nn.GRU(F,H,batch_first=True); bn=torch.nn.BatchNorm1d(H); fc=torch.nn.Linear(H,1)
ps=[gru.weight_ih_l0,gru.weight_hh_l0,gru.bias_ih_l0,gru.bias_hh_l0,bn.weight,bn.bias,fc.weight,fc.bias]
n=sum(p.numel() for p in ps); flat=seq(n,0.4,1.7); at=0
with torch.no_grad():
    for p in ps: p.copy_(flat[at:at+p.numel()].view_as(p)); at+=p.numel()
x=seq(21*T*F,1.0,0.9).view(21,T,F); y=seq(21,1.0,2.3)
def loss():
    s=torch.sigmoid(fc(bn(gru(x)[0][:,-1]))).view(-1); l=0
    for a,b in ((0,12),(12,21)):
        p=s[a:b]-s[a:b].mean(); q=y[a:b]-y[a:b].mean(); l=l-(p*q).sum()/(p.norm()*q.norm())/2
    return l
opt=torch.optim.Adam(ps,lr=0.005)
out=[]
for k in range(20):
    opt.zero_grad(); l=loss(); l.backward()
    if k==0: print("grad",[round(float(g),7) for p in ps for g in p.grad.flatten()[:3]])
    opt.step(); out.append(l.item())
print("loss",[round(v,6) for v in out])
bn.eval()
with torch.no_grad(): print("score",[round(float(v),6) for v in torch.sigmoid(fc(bn(gru(x)[0][:,-1]))).view(-1)[:6]])
print("rm",bn.running_mean.tolist(),bn.running_var.tolist())
