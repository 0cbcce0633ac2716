using System.Text.Json;

namespace Kim.ServiceKit.Messaging;

/// <summary>The JSON of events: camelCase; unknown members are tolerated, so that contracts can grow.</summary>
public static class ContractJson
{
    /// <summary>The options; do not change them.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
