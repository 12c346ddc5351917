using System.Text.Json.Serialization;

namespace AlphaKit.Data;

/// <summary>How the parts of a snapshot are written as JSON.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    RespectRequiredConstructorParameters = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(SymbolJson), typeof(IndustryJson)])]
[JsonSerializable(typeof(SnapshotManifest))]
[JsonSerializable(typeof(CorporateAction))]
[JsonSerializable(typeof(IndexBar))]
[JsonSerializable(typeof(IndexConstituent))]
[JsonSerializable(typeof(IndustryMembership))]
[JsonSerializable(typeof(NameChange))]
internal sealed partial class SnapshotJson : JsonSerializerContext;
