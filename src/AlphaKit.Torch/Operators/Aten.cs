namespace AlphaKit.Torch;

/// <summary>The operators that this package calls, resolved at first use.</summary>
internal static class Aten
{
    // Arithmetic
    public static readonly AtenOperator add = new("aten::add", "Tensor"), add_s = new("aten::add", "Scalar"), sub = new("aten::sub", "Tensor"),
        sub_s = new("aten::sub", "Scalar"), rsub_s = new("aten::rsub", "Scalar"), mul = new("aten::mul", "Tensor"), mul_s = new("aten::mul", "Scalar"),
        div = new("aten::div", "Tensor"), div_s = new("aten::div", "Scalar"), neg = new("aten::neg"), pow = new("aten::pow", "Tensor_Tensor"),
        pow_s = new("aten::pow", "Tensor_Scalar"), reciprocal = new("aten::reciprocal"), maximum = new("aten::maximum"), minimum = new("aten::minimum"),
        remainder = new("aten::remainder", "Scalar"), clamp = new("aten::clamp"), lerp = new("aten::lerp", "Scalar"), addmm = new("aten::addmm");

    // In place
    public static readonly AtenOperator add_ = new("aten::add_", "Tensor"), add_s_ = new("aten::add_", "Scalar"), sub_ = new("aten::sub_", "Tensor"),
        sub_s_ = new("aten::sub_", "Scalar"), mul_ = new("aten::mul_", "Tensor"), mul_s_ = new("aten::mul_", "Scalar"), div_ = new("aten::div_", "Tensor"),
        div_s_ = new("aten::div_", "Scalar"), clamp_ = new("aten::clamp_"), zero_ = new("aten::zero_"), fill_ = new("aten::fill_", "Scalar"),
        copy_ = new("aten::copy_"), uniform_ = new("aten::uniform_"), normal_ = new("aten::normal_"), bernoulli_ = new("aten::bernoulli_", "float"),
        masked_fill_ = new("aten::masked_fill_", "Scalar");

    // Elementwise
    public static readonly AtenOperator exp = new("aten::exp"), log = new("aten::log"), log1p = new("aten::log1p"), expm1 = new("aten::expm1"),
        sqrt = new("aten::sqrt"), rsqrt = new("aten::rsqrt"), square = new("aten::square"), abs = new("aten::abs"), sign = new("aten::sign"),
        sin = new("aten::sin"), cos = new("aten::cos"), erf = new("aten::erf"), floor = new("aten::floor"), ceil = new("aten::ceil"),
        round = new("aten::round"), tanh = new("aten::tanh"), sigmoid = new("aten::sigmoid"), log_sigmoid = new("aten::log_sigmoid"),
        relu = new("aten::relu"), gelu = new("aten::gelu"), silu = new("aten::silu"), elu = new("aten::elu"), leaky_relu = new("aten::leaky_relu"),
        softplus = new("aten::softplus"), hardtanh = new("aten::hardtanh"), mish = new("aten::mish"), isnan = new("aten::isnan"),
        isfinite = new("aten::isfinite"), isinf = new("aten::isinf"), nan_to_num = new("aten::nan_to_num"), logical_not = new("aten::logical_not"),
        logical_and = new("aten::logical_and"), logical_or = new("aten::logical_or"), where = new("aten::where", "self"),
        masked_fill = new("aten::masked_fill", "Scalar"), eq = new("aten::eq", "Tensor"), eq_s = new("aten::eq", "Scalar"), ne = new("aten::ne", "Tensor"),
        ne_s = new("aten::ne", "Scalar"), lt = new("aten::lt", "Tensor"), lt_s = new("aten::lt", "Scalar"), le = new("aten::le", "Tensor"),
        le_s = new("aten::le", "Scalar"), gt = new("aten::gt", "Tensor"), gt_s = new("aten::gt", "Scalar"), ge = new("aten::ge", "Tensor"),
        ge_s = new("aten::ge", "Scalar"), equal = new("aten::equal");

    // Reductions
    public static readonly AtenOperator sum = new("aten::sum"), sum_d = new("aten::sum", "dim_IntList"), mean = new("aten::mean"),
        mean_d = new("aten::mean", "dim"), variance = new("aten::var", "correction"), std = new("aten::std", "correction"), max = new("aten::max"),
        min = new("aten::min"), max_d = new("aten::max", "dim"), min_d = new("aten::min", "dim"), amax = new("aten::amax"), amin = new("aten::amin"),
        argmax = new("aten::argmax"), argmin = new("aten::argmin"), any = new("aten::any"), any_d = new("aten::any", "dim"), all = new("aten::all"),
        all_d = new("aten::all", "dim"), norm = new("aten::norm", "ScalarOpt_dim"), logsumexp = new("aten::logsumexp"), cumsum = new("aten::cumsum"),
        prod = new("aten::prod"), median = new("aten::median"), sort = new("aten::sort", "stable"), argsort = new("aten::argsort"), topk = new("aten::topk"),
        softmax = new("aten::softmax", "int"), log_softmax = new("aten::log_softmax", "int"), count_nonzero = new("aten::count_nonzero");

    // Shapes and selection
    public static readonly AtenOperator view = new("aten::view"), reshape = new("aten::reshape"), transpose = new("aten::transpose", "int"), t = new("aten::t"),
        permute = new("aten::permute"), unsqueeze = new("aten::unsqueeze"), squeeze = new("aten::squeeze"), squeeze_d = new("aten::squeeze", "dim"),
        flatten = new("aten::flatten", "using_ints"), expand = new("aten::expand"), repeat = new("aten::repeat"), select = new("aten::select", "int"),
        narrow = new("aten::narrow"), slice = new("aten::slice", "Tensor"), index_select = new("aten::index_select"), gather = new("aten::gather"),
        scatter = new("aten::scatter", "src"), index = new("aten::index", "Tensor"), masked_select = new("aten::masked_select"), flip = new("aten::flip"),
        roll = new("aten::roll"), tril = new("aten::tril"), triu = new("aten::triu"), unfold = new("aten::unfold"), unbind = new("aten::unbind", "int"),
        split = new("aten::split", "Tensor"), chunk = new("aten::chunk"), cat = new("aten::cat"), stack = new("aten::stack"), contiguous = new("aten::contiguous"),
        clone = new("aten::clone"), detach = new("aten::detach"), to_device = new("aten::to", "device"), to_dtype = new("aten::to", "dtype"),
        repeat_interleave = new("aten::repeat_interleave", "self_int"), nonzero = new("aten::nonzero"), pad = new("aten::constant_pad_nd"),
        alias = new("aten::alias"), pin_memory = new("aten::pin_memory");

    // Products
    public static readonly AtenOperator matmul = new("aten::matmul"), mm = new("aten::mm"), bmm = new("aten::bmm"), dot = new("aten::dot"),
        einsum = new("aten::einsum"), linear = new("aten::linear"), conv1d = new("aten::conv1d");

    // Creation
    public static readonly AtenOperator empty = new("aten::empty", "memory_format"), zeros = new("aten::zeros"), ones = new("aten::ones"), full = new("aten::full"),
        rand = new("aten::rand"), randn = new("aten::randn"), randint = new("aten::randint", "low"), randperm = new("aten::randperm"), eye = new("aten::eye"),
        arange = new("aten::arange", "start_step"), linspace = new("aten::linspace"), zeros_like = new("aten::zeros_like"), ones_like = new("aten::ones_like"),
        empty_like = new("aten::empty_like"), rand_like = new("aten::rand_like"), randn_like = new("aten::randn_like"), full_like = new("aten::full_like"),
        one_hot = new("aten::one_hot"), bernoulli = new("aten::bernoulli"), multinomial = new("aten::multinomial");

    // Networks
    public static readonly AtenOperator batch_norm = new("aten::batch_norm"), layer_norm = new("aten::layer_norm"), gru = new("aten::gru", "input"),
        lstm = new("aten::lstm", "input"), dropout = new("aten::dropout"), embedding = new("aten::embedding"),
        flatten_rnn = new("aten::_cudnn_rnn_flatten_weight"), attention = new("aten::scaled_dot_product_attention"), max_pool1d = new("aten::max_pool1d"),
        avg_pool1d = new("aten::avg_pool1d"), adaptive_avg_pool1d = new("aten::adaptive_avg_pool1d"), qr = new("aten::linalg_qr");

    // Losses
    public static readonly AtenOperator mse_loss = new("aten::mse_loss"), l1_loss = new("aten::l1_loss"), huber_loss = new("aten::huber_loss"),
        smooth_l1_loss = new("aten::smooth_l1_loss"), cross_entropy_loss = new("aten::cross_entropy_loss"), nll_loss = new("aten::nll_loss_nd"),
        bce_loss = new("aten::binary_cross_entropy"), bce_logits_loss = new("aten::binary_cross_entropy_with_logits"), kl_div = new("aten::kl_div"),
        cosine_similarity = new("aten::cosine_similarity"), margin_ranking_loss = new("aten::margin_ranking_loss");

    // Optimisers, over lists of tensors
    public static readonly AtenOperator each_mul_ = new("aten::_foreach_mul_", "Scalar"), each_add_ = new("aten::_foreach_add_", "List"),
        each_addcmul_ = new("aten::_foreach_addcmul_", "Scalar"), each_sqrt = new("aten::_foreach_sqrt"), each_div_ = new("aten::_foreach_div_", "Scalar"),
        each_add_s_ = new("aten::_foreach_add_", "Scalar"), each_addcdiv_ = new("aten::_foreach_addcdiv_", "Scalar"), each_add = new("aten::_foreach_add", "List"),
        each_mul = new("aten::_foreach_mul", "Scalar"), each_maximum_ = new("aten::_foreach_maximum_", "List"), each_neg = new("aten::_foreach_neg");
}
