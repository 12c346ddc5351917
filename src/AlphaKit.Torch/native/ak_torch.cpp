// A C interface over libtorch, as thin as it can be (builds against 1.13 and 2.x): one schema-driven call for every operator, and the
// plumbing around it. A handle is an owned TensorImpl* (one strong reference); null is the undefined tensor. Functions that can fail
// return a code and leave their text in a thread-local string.
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/cuda.h>
#include <torch/script.h>
#include <torch/version.h>
#include <ATen/Parallel.h>
#include <ATen/autocast_mode.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <cstring>
#include <dlfcn.h>
#include <istream>
#include <malloc.h>
#include <mutex>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#define AK extern "C" __attribute__((visibility("default")))
using at::Tensor;
using c10::IValue;
using Impl = at::TensorImpl;
using Pointer = c10::intrusive_ptr<Impl, at::UndefinedTensorImpl>;

// Raised whenever a signature below changes; the managed side refuses another number.
AK int ak_abi() { return 1; }
AK const char* ak_version() { return TORCH_VERSION; }

// ---- errors ---------------------------------------------------------------------------------------------------------------------
static thread_local std::string g_error;
enum { OK = 0, RUNTIME = 1, INDEX = 2, VALUE = 3, TYPE = 4, NOT_IMPLEMENTED = 5, NO_OPERATOR = 6, CALLBACK = 7 };
struct CallbackError : std::runtime_error { using std::runtime_error::runtime_error; };
template <class F> static int guard(F&& f) noexcept {
  try { f(); return OK; }
  catch (const c10::IndexError& e) { g_error = e.what_without_backtrace(); return INDEX; }
  catch (const c10::ValueError& e) { g_error = e.what_without_backtrace(); return VALUE; }
  catch (const c10::TypeError& e) { g_error = e.what_without_backtrace(); return TYPE; }
  catch (const c10::NotImplementedError& e) { g_error = e.what_without_backtrace(); return NOT_IMPLEMENTED; }
  catch (const c10::Error& e) { g_error = e.what_without_backtrace(); return RUNTIME; }
  catch (const CallbackError& e) { g_error = e.what(); return CALLBACK; }
  catch (const std::exception& e) { g_error = e.what(); return RUNTIME; }
  catch (...) { g_error = "unknown native exception"; return RUNTIME; }
}
AK const char* ak_last_error() { return g_error.c_str(); }
AK void ak_set_error(const char* text) { g_error = text; }

// ---- handles --------------------------------------------------------------------------------------------------------------------
static inline Tensor borrow(void* h) { return h ? Tensor(Pointer::reclaim_copy(static_cast<Impl*>(h))) : Tensor(); }
static inline void* own(Tensor t) { return t.defined() ? t.unsafeReleaseTensorImpl() : nullptr; }
static std::vector<Tensor> borrow_n(void** h, int n) {
  std::vector<Tensor> v;
  v.reserve(n);
  for (int i = 0; i < n; i++) v.push_back(borrow(h[i]));
  return v;
}
AK void ak_free(void* h) { if (h) Pointer::reclaim(static_cast<Impl*>(h)); }
AK void* ak_retain(void* h) { return own(borrow(h)); }
AK void ak_free_memory(void* p) { ::free(p); }

// ---- metadata: cheap and never throwing -------------------------------------------------------------------------------------------
AK int ak_dtype(void* h) { return (int)c10::typeMetaToScalarType(static_cast<Impl*>(h)->dtype()); }
AK int ak_ndim(void* h) { return (int)static_cast<Impl*>(h)->dim(); }
AK int64_t ak_numel(void* h) { return static_cast<Impl*>(h)->numel(); }
AK const int64_t* ak_sizes(void* h) { return static_cast<Impl*>(h)->sizes().data(); }
AK const int64_t* ak_strides(void* h) { return static_cast<Impl*>(h)->strides().data(); }
AK int ak_is_contiguous(void* h) { return static_cast<Impl*>(h)->is_contiguous(); }
AK int ak_requires_grad(void* h) { return borrow(h).requires_grad(); }
AK int ak_is_leaf(void* h) { return borrow(h).is_leaf(); }
AK void ak_device(void* h, int* type, int* index) {
  auto d = static_cast<Impl*>(h)->device();
  *type = (int)d.type();
  *index = d.index();
}
AK int64_t ak_storage_bytes(void* h) { auto* i = static_cast<Impl*>(h); return i->has_storage() ? (int64_t)i->storage().nbytes() : 0; }
AK int ak_data_ptr(void* h, void** p) { return guard([&] { *p = borrow(h).data_ptr(); }); }
AK int ak_set_requires_grad(void* h, int v) { return guard([&] { borrow(h).set_requires_grad(v != 0); }); }
AK void* ak_grad(void* h) { Tensor g = borrow(h).grad(); return own(g); }
AK int ak_set_grad(void* h, void* g) { return guard([&] { borrow(h).mutable_grad() = borrow(g); }); }
// Lets a handle share another's storage and shape (what assigning .data does in Python).
AK int ak_set_data(void* h, void* other) { return guard([&] { borrow(h).set_data(borrow(other)); }); }

static c10::Device device_of(int type, int index) { return c10::Device((c10::DeviceType)type, (c10::DeviceIndex)index); }
AK int ak_from_blob(void* data, const int64_t* sizes, int ndim, int dtype, void (*del)(void*), void* ctx, void** out) {
  return guard([&] {
    auto o = at::TensorOptions().dtype((at::ScalarType)dtype);
    at::IntArrayRef s(sizes, ndim);
    *out = own(del ? at::from_blob(data, s, [del, ctx](void*) { del(ctx); }, o) : at::from_blob(data, s, o));
  });
}

// ---- boxed values ---------------------------------------------------------------------------------------------------------------
enum { T_NONE, T_TENSOR, T_INT, T_DOUBLE, T_BOOL, T_STR, T_INTS, T_DOUBLES, T_BOOLS, T_TENSORS, T_DEVICE, T_DEFAULT };
struct Value { int32_t tag; int32_t n; union { int64_t i; double d; void* p; }; };
static_assert(sizeof(Value) == 16, "layout of Value");

enum Kind : uint8_t { K_TENSOR, K_NUMBER, K_INT, K_FLOAT, K_BOOL, K_STR, K_DEVICE, K_INTS, K_FLOATS, K_BOOLS, K_TENSORS, K_OPTTENSORS, K_OTHER };
struct ArgInfo { Kind kind; int fixed; bool optional; bool has_default; IValue def; c10::TypePtr elem; };
struct Op { c10::OperatorHandle h; std::vector<ArgInfo> args; std::string name; };

static Kind kind_of(const c10::TypePtr& t, ArgInfo& r) {
  switch (t->kind()) {
    case c10::TypeKind::TensorType: return K_TENSOR;
    case c10::TypeKind::NumberType: return K_NUMBER;   // a Scalar keeps the kind of number that it is given
    case c10::TypeKind::FloatType: return K_FLOAT;
    case c10::TypeKind::BoolType: return K_BOOL;
    case c10::TypeKind::StringType: return K_STR;
    case c10::TypeKind::DeviceObjType: return K_DEVICE;
    case c10::TypeKind::ListType: {
      r.elem = t->cast<c10::ListType>()->getElementType();
      switch (r.elem->kind()) {
        case c10::TypeKind::TensorType: return K_TENSORS;
        case c10::TypeKind::OptionalType: return K_OPTTENSORS;
        case c10::TypeKind::FloatType: return K_FLOATS;
        case c10::TypeKind::BoolType: return K_BOOLS;
        default: return K_INTS;                        // int[], SymInt[]
      }
    }
    case c10::TypeKind::GeneratorType: case c10::TypeKind::StorageType: case c10::TypeKind::AnyType: return K_OTHER;
    default: return K_INT;                             // int, SymInt, dtype, layout, memory format
  }
}
static ArgInfo describe(const c10::Argument& a) {
  ArgInfo r{K_OTHER, 0, false, false, {}, nullptr};
  c10::TypePtr t = a.type();
  if (auto o = t->cast<c10::OptionalType>()) { r.optional = true; t = o->getElementType(); }
  if (a.N()) r.fixed = (int)*a.N();
  if (a.default_value()) { r.has_default = true; r.def = *a.default_value(); }
  r.kind = kind_of(t, r);
  return r;
}

AK int ak_op_find(const char* name, const char* overload, void** out) {
  static std::mutex mutex;
  static std::unordered_map<std::string, Op*> cache;
  int rc = OK;
  int g = guard([&] {
    std::string key = *overload ? std::string(name) + "." + overload : std::string(name);
    std::lock_guard<std::mutex> lock(mutex);
    auto it = cache.find(key);
    if (it != cache.end()) { *out = it->second; return; }
    auto h = c10::Dispatcher::singleton().findSchema({name, overload});
    if (!h) { g_error = "libtorch " TORCH_VERSION " has no operator " + key; rc = NO_OPERATOR; return; }
    auto* op = new Op{*h, {}, key};
    for (auto& a : h->schema().arguments()) op->args.push_back(describe(a));
    *out = cache[key] = op;
  });
  return g ? g : rc;
}
AK int ak_op_schema(void* op, char* buffer, int capacity) {
  std::string s;
  if (guard([&] { std::ostringstream o; o << static_cast<Op*>(op)->h.schema(); s = o.str(); })) return -1;
  if (capacity > 0) { std::strncpy(buffer, s.c_str(), capacity - 1); buffer[capacity - 1] = 0; }
  return (int)s.size();
}

static IValue untyped(const Value& v) {
  switch (v.tag) {
    case T_NONE: return IValue();
    case T_TENSOR: return IValue(borrow(v.p));
    case T_INT: return IValue(v.i);
    case T_DOUBLE: return IValue(v.d);
    case T_BOOL: return IValue(v.i != 0);
    case T_STR: return IValue(std::string((const char*)v.p, v.n));
    case T_INTS: return IValue(std::vector<int64_t>((int64_t*)v.p, (int64_t*)v.p + v.n));
    case T_DOUBLES: return IValue(std::vector<double>((double*)v.p, (double*)v.p + v.n));
    case T_BOOLS: { c10::List<bool> l; for (int i = 0; i < v.n; i++) l.push_back(((uint8_t*)v.p)[i] != 0); return IValue(l); }
    case T_TENSORS: { c10::List<Tensor> l; l.reserve(v.n); for (int i = 0; i < v.n; i++) l.push_back(borrow(((void**)v.p)[i])); return IValue(l); }
    case T_DEVICE: return IValue(device_of(v.n, (int)v.i));
  }
  TORCH_CHECK(false, "bad value tag ", v.tag);
}
// A wrong kind would trip an internal assertion deep inside the unboxing code, so it is refused here.
static bool fits(const Value& v, const ArgInfo& a) {
  if (v.tag == T_NONE) return a.optional;
  if (v.tag == T_DEFAULT) return a.has_default;
  switch (a.kind) {
    case K_TENSOR: return v.tag == T_TENSOR;
    case K_NUMBER: return v.tag == T_INT || v.tag == T_DOUBLE || v.tag == T_BOOL;
    case K_INT: return v.tag == T_INT;
    case K_FLOAT: return v.tag == T_DOUBLE || v.tag == T_INT;
    case K_BOOL: return v.tag == T_BOOL;
    case K_STR: return v.tag == T_STR;
    case K_DEVICE: return v.tag == T_DEVICE;
    case K_INTS: return v.tag == T_INTS || v.tag == T_INT;
    case K_FLOATS: return v.tag == T_DOUBLES || v.tag == T_DOUBLE;
    case K_BOOLS: return v.tag == T_BOOLS;
    case K_TENSORS: case K_OPTTENSORS: return v.tag == T_TENSORS;
    default: return false;
  }
}
static IValue typed(const Value& v, const ArgInfo& a) {
  if (v.tag == T_DEFAULT) return a.def;
  if (v.tag == T_NONE) return IValue();
  switch (a.kind) {
    case K_FLOAT: if (v.tag == T_INT) return IValue((double)v.i); break;
    case K_INTS: if (v.tag == T_INT) return IValue(std::vector<int64_t>(a.fixed ? a.fixed : 1, v.i)); break;
    case K_FLOATS: if (v.tag == T_DOUBLE) return IValue(std::vector<double>(a.fixed ? a.fixed : 1, v.d)); break;
    case K_OPTTENSORS: {
      c10::impl::GenericList l(a.elem);
      for (int i = 0; i < v.n; i++) { void* h = ((void**)v.p)[i]; l.push_back(h ? IValue(borrow(h)) : IValue()); }
      return IValue(std::move(l));
    }
    default: break;
  }
  return untyped(v);
}
static void unbox(IValue& v, Value& o) {
  o.n = 0;
  o.i = 0;
  if (v.isTensor()) { o.tag = T_TENSOR; o.p = own(std::move(v).toTensor()); }
  else if (v.isInt()) { o.tag = T_INT; o.i = v.toInt(); }
  else if (v.isDouble()) { o.tag = T_DOUBLE; o.d = v.toDouble(); }
  else if (v.isBool()) { o.tag = T_BOOL; o.i = v.toBool(); }
  else if (v.isNone()) o.tag = T_NONE;
  else if (v.isTensorList() || v.isTuple()) {          // a tuple comes from TorchScript and must hold tensors
    std::vector<Tensor> l;
    if (v.isTensorList()) l = v.toTensorVector();
    else for (auto& e : v.toTupleRef().elements()) { TORCH_CHECK(e.isTensor(), "a returned tuple holds ", e.tagKind(), ", only tensors are supported"); l.push_back(e.toTensor()); }
    void** p = (void**)malloc(sizeof(void*) * (l.size() + 1));
    o.tag = T_TENSORS; o.n = (int)l.size(); o.p = p;
    for (auto& t : l) *p++ = own(t);
  } else TORCH_CHECK(false, "unsupported return type ", v.tagKind());
}
static int unbox_all(std::vector<IValue>& st, Value* out, int cap) {
  if ((int)st.size() > cap) C10_THROW_ERROR(TypeError, "returns " + std::to_string(st.size()) + " values, at most " + std::to_string(cap) + " were asked for");
  for (size_t i = 0; i < st.size(); i++) unbox(st[i], out[i]);
  return (int)st.size();
}
static const char* tag_name(int tag) {
  static const char* names[] = {"None", "Tensor", "int", "float", "bool", "str", "int[]", "float[]", "bool[]", "Tensor[]", "Device", "default"};
  return tag >= 0 && tag <= T_DEFAULT ? names[tag] : "?";
}

// The one operator call. Arguments that the schema has and the caller does not give take the schema's defaults.
AK int ak_call(void* opp, const Value* args, int nargs, Value* rets, int cap, int* nrets) {
  return guard([&] {
    auto* op = static_cast<Op*>(opp);
    const size_t want = op->args.size();
    if ((size_t)nargs > want) C10_THROW_ERROR(TypeError, "got " + std::to_string(nargs) + " arguments, takes " + std::to_string(want));
    std::vector<IValue> st;
    st.reserve(want > 8 ? want : 8);
    for (size_t i = 0; i < want; i++) {
      auto& a = op->args[i];
      if ((int)i < nargs) {
        if (!fits(args[i], a))
          C10_THROW_ERROR(TypeError, "argument '" + op->h.schema().arguments()[i].name() + "' expects " + op->h.schema().arguments()[i].type()->str() + ", got " + tag_name(args[i].tag));
        st.push_back(typed(args[i], a));
      } else {
        if (!a.has_default) C10_THROW_ERROR(TypeError, "missing argument '" + op->h.schema().arguments()[i].name() + "'");
        st.push_back(a.def);
      }
    }
    op->h.callBoxed(st);
    *nrets = unbox_all(st, rets, cap);
  });
}

// ---- autograd -------------------------------------------------------------------------------------------------------------------
AK int ak_backward(void** t, int n, void** g, int keep, int create) {
  return guard([&] {
    auto roots = borrow_n(t, n);
    std::vector<Tensor> gs = g ? borrow_n(g, n) : std::vector<Tensor>();
    torch::autograd::backward(roots, gs, keep != 0, create != 0);
  });
}
AK int ak_grad_of(void** outs, int no, void** gos, void** ins, int ni, int keep, int create, int allow_unused, void** res) {
  return guard([&] {
    auto r = torch::autograd::grad(borrow_n(outs, no), borrow_n(ins, ni), gos ? borrow_n(gos, no) : std::vector<Tensor>(), keep != 0, create != 0, allow_unused != 0);
    for (int i = 0; i < ni; i++) res[i] = own(r[i]);
  });
}
AK int ak_grad_mode() { return at::GradMode::is_enabled(); }
AK void ak_set_grad_mode(int v) { at::GradMode::set_enabled(v != 0); }
AK void* ak_inference_enter(int v) { return new c10::InferenceMode(v != 0); }   // leave on the same thread, last in first out
AK void ak_inference_leave(void* g) { delete static_cast<c10::InferenceMode*>(g); }

// Mixed precision on this thread. before: on or off, type of numbers; what ak_autocast_leave puts back. 2.4 has one set of functions for all devices.
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
static bool autocast_on(c10::DeviceType d) { return at::autocast::is_autocast_enabled(d); }
static int autocast_type(c10::DeviceType d) { return (int)at::autocast::get_autocast_dtype(d); }
static void set_autocast(c10::DeviceType d, bool on, int type) { at::autocast::set_autocast_enabled(d, on); at::autocast::set_autocast_dtype(d, (at::ScalarType)type); }
#else
static bool autocast_on(c10::DeviceType d) { return d == c10::DeviceType::CPU ? at::autocast::is_cpu_enabled() : at::autocast::is_enabled(); }
static int autocast_type(c10::DeviceType d) { return (int)(d == c10::DeviceType::CPU ? at::autocast::get_autocast_cpu_dtype() : at::autocast::get_autocast_gpu_dtype()); }
static void set_autocast(c10::DeviceType d, bool on, int type) {
  if (d == c10::DeviceType::CPU) { at::autocast::set_cpu_enabled(on); at::autocast::set_autocast_cpu_dtype((at::ScalarType)type); }
  else { at::autocast::set_enabled(on); at::autocast::set_autocast_gpu_dtype((at::ScalarType)type); }
}
#endif
AK int ak_autocast_enter(int device, int on, int type, int* before) {
  return guard([&] {
    auto d = (c10::DeviceType)device;
    before[0] = autocast_on(d);
    before[1] = autocast_type(d);
    set_autocast(d, on != 0, type);
    at::autocast::increment_nesting();
  });
}
AK int ak_autocast_leave(int device, const int* before) {
  return guard([&] {
    if (at::autocast::decrement_nesting() == 0) at::autocast::clear_cache();   // the casts of weights, kept for one outermost region
    set_autocast((c10::DeviceType)device, before[0] != 0, before[1]);
  });
}

// A custom function: the caller has computed the outputs, the gradient is a callback that hands over owned handles.
typedef int (*Backward)(void* ctx, void** grads, int ngrads, void** saved, int nsaved, void** out, int nout);
struct Holder : torch::CustomClassHolder {
  Backward call; void (*del)(void*); void* ctx; int nin;
  Holder(Backward c, void (*d)(void*), void* x, int n) : call(c), del(d), ctx(x), nin(n) {}
  ~Holder() override { if (del) del(ctx); }
};
struct Custom : torch::autograd::Function<Custom> {
  static std::vector<Tensor> forward(torch::autograd::AutogradContext* c, at::TensorList, std::vector<Tensor>* outs, std::vector<Tensor>* saved, c10::intrusive_ptr<Holder> h) {
    c->saved_data["h"] = IValue::make_capsule(h);
    c->save_for_backward(*saved);
    return *outs;
  }
  static std::vector<Tensor> backward(torch::autograd::AutogradContext* c, std::vector<Tensor> grads) {
    auto h = c10::static_intrusive_pointer_cast<Holder>(c->saved_data["h"].toCapsule());
    auto saved = c->get_saved_variables();
    std::vector<void*> g, s, o(h->nin, nullptr);
    for (auto& t : grads) g.push_back(t.defined() ? t.unsafeGetTensorImpl() : nullptr);
    for (auto& t : saved) s.push_back(t.defined() ? t.unsafeGetTensorImpl() : nullptr);
    int rc = h->call(h->ctx, g.data(), (int)g.size(), s.data(), (int)s.size(), o.data(), h->nin);
    std::vector<Tensor> r;
    for (auto* p : o) r.push_back(p ? Tensor(Pointer::reclaim((Impl*)p)) : Tensor());
    if (rc) throw CallbackError(g_error);
    for (int i = 0; i < 3; i++) r.emplace_back();       // outputs, saved and holder have no gradient
    return r;
  }
};
AK int ak_custom(void** ins, int ni, void** outs, int no, void** saved, int ns, Backward call, void (*del)(void*), void* ctx, void** res) {
  auto h = c10::make_intrusive<Holder>(call, del, ctx, ni);   // frees ctx on every path
  return guard([&] {
    auto i = borrow_n(ins, ni), o = borrow_n(outs, no), s = borrow_n(saved, ns);
    auto r = Custom::apply(at::TensorList(i), &o, &s, h);
    for (int k = 0; k < no; k++) res[k] = own(r[k]);
  });
}

// ---- runtime --------------------------------------------------------------------------------------------------------------------
AK int ak_manual_seed(uint64_t s) { return guard([&] { torch::manual_seed(s); }); }
static at::Generator generator(int type, int index) { return at::globalContext().defaultGenerator(device_of(type, index)); }
AK int ak_rng_get(int type, int index, void** out) {
  return guard([&] { auto g = generator(type, index); std::lock_guard<std::mutex> lock(g.mutex()); *out = own(g.get_state()); });
}
AK int ak_rng_set(int type, int index, void* state) {
  return guard([&] { auto g = generator(type, index); std::lock_guard<std::mutex> lock(g.mutex()); g.set_state(borrow(state)); });
}
AK int ak_deterministic(int on) { return guard([&] { at::globalContext().setDeterministicAlgorithms(on != 0, false); }); }
AK int ak_cuda_is_available() { try { return torch::cuda::is_available(); } catch (...) { return 0; } }
AK int ak_cuda_device_count() { try { return (int)torch::cuda::device_count(); } catch (...) { return 0; } }
AK int ak_cuda_synchronize(int index) { return guard([&] { torch::cuda::synchronize(index); }); }
AK int ak_get_num_threads() { return at::get_num_threads(); }
// A pthread build of OpenBLAS keeps a spinning pool of its own beside OpenMP's, which makes two threads slower than one: it gets one
// thread, and ATen's OpenMP pool does the rest. An OpenMP build (2) shares the pool.
static void quiet_openblas(int n) {
  auto parallel = (int (*)())dlsym(RTLD_DEFAULT, "openblas_get_parallel");
  auto set = (void (*)(int))dlsym(RTLD_DEFAULT, "openblas_set_num_threads");
  if (set) set(parallel && parallel() == 2 ? n : 1);
}
AK int ak_blas_threads() { auto get = (int (*)())dlsym(RTLD_DEFAULT, "openblas_get_num_threads"); return get ? get() : -1; }
AK int ak_set_num_threads(int n) { return guard([&] { at::set_num_threads(n); quiet_openblas(n); }); }
// Keeps freed memory in the process instead of handing it back to the kernel after each operator: page faults cost a fifth of a step.
AK void ak_keep_memory() {
#ifdef __GLIBC__
  mallopt(M_MMAP_MAX, 0);
  mallopt(M_TRIM_THRESHOLD, 2047 << 20);
  mallopt(M_TOP_PAD, 64 << 20);
#endif
}
AK int ak_start(int keep_memory) {
  return guard([&] { quiet_openblas(at::get_num_threads()); if (keep_memory) ak_keep_memory(); });
}

// ---- TorchScript: bytes in, bytes out; files are the caller's -------------------------------------------------------------------------
using Script = torch::jit::Module;
struct Bytes : std::streambuf {
  Bytes(const char* p, size_t n) { char* q = const_cast<char*>(p); setg(q, q, q + n); }
  pos_type seekoff(off_type off, std::ios_base::seekdir dir, std::ios_base::openmode) override {
    char* base = dir == std::ios_base::beg ? eback() : dir == std::ios_base::cur ? gptr() : egptr();
    if (base + off < eback() || base + off > egptr()) return pos_type(off_type(-1));
    setg(eback(), base + off, egptr());
    return gptr() - eback();
  }
  pos_type seekpos(pos_type p, std::ios_base::openmode m) override { return seekoff(off_type(p), std::ios_base::beg, m); }
};
AK int ak_jit_load(const void* data, int64_t n, int type, int index, void** out) {
  return guard([&] {
    Bytes bytes((const char*)data, (size_t)n);
    std::istream stream(&bytes);
    *out = new Script(torch::jit::load(stream, device_of(type, index)));
  });
}
AK int ak_jit_save(void* m, void** data, int64_t* n) {
  return guard([&] {
    std::ostringstream stream;
    static_cast<Script*>(m)->save(stream);
    std::string s = stream.str();
    *data = malloc(s.size() + 1);
    memcpy(*data, s.data(), s.size());
    *n = (int64_t)s.size();
  });
}
AK void ak_jit_free(void* m) { delete static_cast<Script*>(m); }
AK int ak_jit_new(const char* name, void** out) { return guard([&] { *out = new Script(std::string("__torch__.") + name); }); }
// Registers a tensor under a dotted path, making the submodules on the way.
AK int ak_jit_register(void* m, const char* path, void* tensor, int buffer) {
  return guard([&] {
    Script at = *static_cast<Script*>(m);
    std::string p = path, made = "__torch__.m";
    for (size_t dot; (dot = p.find('.')) != std::string::npos; p = p.substr(dot + 1)) {
      std::string child = p.substr(0, dot);
      made += "_" + child;
      if (!at.hasattr(child)) at.register_module(child, Script(c10::QualifiedName(made), at._ivalue()->compilation_unit(), true));
      at = at.attr(child).toModule();
    }
    if (buffer) at.register_buffer(p, borrow(tensor)); else at.register_parameter(p, borrow(tensor), false);
  });
}
AK int ak_jit_define(void* m, const char* source) { return guard([&] { static_cast<Script*>(m)->define(source); }); }
AK int ak_jit_train(void* m, int on) { return guard([&] { static_cast<Script*>(m)->train(on != 0); }); }
AK int ak_jit_to(void* m, int type, int index) { return guard([&] { static_cast<Script*>(m)->to(device_of(type, index)); }); }
AK int ak_jit_forward(void* m, const char* method, const Value* args, int n, Value* rets, int cap, int* nrets) {
  return guard([&] {
    std::vector<IValue> in;
    for (int i = 0; i < n; i++) in.push_back(untyped(args[i]));
    std::vector<IValue> r{static_cast<Script*>(m)->get_method(method)(std::move(in))};
    *nrets = unbox_all(r, rets, cap);
  });
}
// Every parameter (or buffer) by its dotted name, each with a handle of its own.
AK int ak_jit_named(void* m, int buffers, void (*call)(void* ctx, const char* name, void* h), void* ctx) {
  return guard([&] {
    auto* script = static_cast<Script*>(m);
    if (buffers) for (const auto& p : script->named_buffers(true)) call(ctx, p.name.c_str(), own(p.value));
    else for (const auto& p : script->named_parameters(true)) call(ctx, p.name.c_str(), own(p.value));
  });
}
