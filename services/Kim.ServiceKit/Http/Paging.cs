using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kim.Results;
using Microsoft.AspNetCore.Mvc;

namespace Kim.ServiceKit.Http;

/// <summary>One page of a list in stable order.</summary>
/// <typeparam name="T">The items.</typeparam>
/// <param name="Items">The items of this page.</param>
/// <param name="Next">Opaque cursor of the next page, null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Makes pages.</summary>
public static class Page
{
    /// <summary>
    /// Cuts a page out of <paramref name="found"/>, for which the query took one item more than <paramref name="take"/>: the extra
    /// item only tells that there is a next page. The cost does not grow with the page number.
    /// </summary>
    public static Page<T> Of<T, TKey>(IReadOnlyList<T> found, int take, Func<T, TKey> key) => found.Count > take
        ? new Page<T>([.. found.Take(take)], Cursor.Encode(key(found[take - 1])))
        : new Page<T>(found, null);
}

/// <summary>What a list takes: <c>limit</c> 1 to 200 (50 unless told) and <c>after</c>, the cursor of the page before.</summary>
public sealed record PageRequest
{
    /// <summary>Largest page.</summary>
    public const int MaxLimit = 200;

    /// <summary>Items of a page, 1 to 200; 50 unless told.</summary>
    [FromQuery(Name = "limit"), Description("Items of a page, 1 to 200; 50 unless told.")]
    public int? Limit { get; init; }

    /// <summary>The <c>next</c> of the page before; empty for the first page.</summary>
    [FromQuery(Name = "after"), Description("The 'next' of the page before; empty for the first page.")]
    public string? After { get; init; }

    /// <summary>Reads both: how many to take and the key after which to go on (default for the first page), or what is wrong.</summary>
    /// <typeparam name="TKey">The sort key, a tuple-like record that ends with the id.</typeparam>
    public Result<PageStart<TKey>> Read<TKey>() where TKey : class
    {
        var take = Limit ?? 50;
        if (take is < 1 or > MaxLimit) return Error.Invalid("limit-out-of-range", "A page has 1 to 200 items.", "limit");
        if (string.IsNullOrEmpty(After)) return new PageStart<TKey>(take, null);
        return Cursor.Decode<TKey>(After) is { } key
            ? new PageStart<TKey>(take, key)
            : Error.Invalid("cursor-invalid", "This cursor was not made here.", "after");
    }
}

/// <summary>Where a page begins.</summary>
/// <param name="Take">Items of the page; the query takes one more.</param>
/// <param name="After">The key of the last item of the page before, null for the first page.</param>
/// <typeparam name="TKey">The sort key.</typeparam>
public sealed record PageStart<TKey>(int Take, TKey? After) where TKey : class;

/// <summary>The opaque form of a sort key.</summary>
public static class Cursor
{
    private static readonly JsonSerializerOptions Json = new() { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, Converters = { new InstantConverter() } };

    /// <summary>Key to cursor.</summary>
    public static string Encode<TKey>(TKey key) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(key))
        .Replace('+', '-').Replace('/', '_').TrimEnd('=');

    /// <summary>Cursor to key; null when it is none.</summary>
    public static TKey? Decode<TKey>(string cursor) where TKey : class
    {
        if (cursor.Length > 500) return null;
        try
        {
            var text = cursor.Replace('-', '+').Replace('_', '/');
            var bytes = Convert.FromBase64String(text + new string('=', (4 - (text.Length % 4)) % 4));
            return JsonSerializer.Deserialize<TKey>(Encoding.UTF8.GetString(bytes), Json);
        }
        catch (Exception broken) when (broken is FormatException or JsonException or ArgumentException)
        {
            return null;
        }
    }

    // Anybody can write a cursor: the database takes instants in UTC alone.
    private sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset().ToUniversalTime();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
