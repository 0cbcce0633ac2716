using System.Text.Json.Serialization.Metadata;
using Kim.ServiceKit.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kim.ServiceKit.Fields;

/// <summary>
/// Leaves out of every JSON answer what the roles that let the caller in do not see: reads, lists, searches and exports alike, because
/// all of them are written by these serializer options. Outside a request nothing but plain members is written.
/// </summary>
internal sealed class Masking(IHttpContextAccessor http) : IPostConfigureOptions<JsonOptions>
{
    public void PostConfigure(string? name, JsonOptions options)
    {
        var serializer = options.SerializerOptions;
        serializer.TypeInfoResolver = (serializer.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(Mask);
    }

    private void Mask(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
            if (member.AttributeProvider?.GetCustomAttributes(typeof(FieldAttribute), true) is [FieldAttribute { FieldClass: var needed }] && needed != FieldClass.Plain)
                member.ShouldSerialize = (_, _) => Sees(needed);
    }

    private bool Sees(FieldClass needed) =>
        http.HttpContext?.RequestServices.GetRequiredService<CurrentActor>().Access is { } access && (needed & ~access.Sees) == FieldClass.Plain;
}
