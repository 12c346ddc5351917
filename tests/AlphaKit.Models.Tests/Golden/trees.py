# Makes the values quoted in TreeTests (scikit-learn 1.2.1).
import numpy as np
from sklearn.ensemble import HistGradientBoostingRegressor, RandomForestRegressor
from sklearn.tree import DecisionTreeRegressor
n=200; i=np.arange(1,n+1)
X=np.stack([np.sin(1.3*i),np.sin(2.1*i+1),np.sin(0.37*i+2)],1).astype(np.float32).astype(float)
y=X[:,0]*X[:,1]+0.5*(X[:,2]>0.2)+0.1*np.sin(17.0*i)
t=DecisionTreeRegressor(max_depth=4,min_samples_leaf=10).fit(X,y)
print("tree",t.tree_.node_count,[round(v,9) for v in t.predict(X)[:10]])
g=HistGradientBoostingRegressor(max_iter=20,learning_rate=0.1,max_leaf_nodes=8,min_samples_leaf=10,l2_regularization=1.0,early_stopping=False).fit(X,y)
print("boost",[round(v,6) for v in g.predict(X)[:10]])
M=X.copy(); M[i%5==0,1]=np.nan; M[i%7==3,0]=np.nan
g=HistGradientBoostingRegressor(max_iter=20,learning_rate=0.1,max_leaf_nodes=8,min_samples_leaf=10,l2_regularization=1.0,early_stopping=False).fit(M,y)
print("missing",[round(v,6) for v in g.predict(M)[:10]])
# Friedman's first function, 2000 samples to train on and 2000 to test with.
rng=np.random.RandomState(0)
k=np.arange(1,40001); u=np.modf(np.sin(k*12.9898)*43758.5453)[0]%1; U=u.reshape(4000,10)
z=10*np.sin(np.pi*U[:,0]*U[:,1])+20*(U[:,2]-.5)**2+10*U[:,3]+5*U[:,4]
f=RandomForestRegressor(200,max_depth=12,min_samples_leaf=3,max_features=1/3,random_state=0,n_jobs=1).fit(U[:2000],z[:2000])
print("forest R2",f.score(U[2000:],z[2000:]))
g=HistGradientBoostingRegressor(max_iter=200,learning_rate=0.1,max_leaf_nodes=15,min_samples_leaf=20,early_stopping=False).fit(U[:2000],z[:2000])
print("boost R2",g.score(U[2000:],z[2000:]))
