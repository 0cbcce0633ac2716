using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kim.Testing;

/// <summary>An answer of the API: status, headers and body at hand, and readable when an assertion fails.</summary>
public sealed class Answer
{
    internal Answer(HttpResponseMessage response, string text)
    {
        Response = response;
        Text = text;
    }

    /// <summary>The raw response.</summary>
    public HttpResponseMessage Response { get; }

    /// <summary>The body as text.</summary>
    public string Text { get; }

    /// <summary>The status.</summary>
    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>The body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>The version for <c>If-Match</c>.</summary>
    public string? ETag => Response.Headers.TryGetValues("ETag", out var values) ? values.Single() : null;

    /// <summary>The member <c>id</c> of the body.</summary>
    public Guid Id => Guid.Parse(Json["id"]!.GetValue<string>());

    /// <summary>The problem's <c>code</c>.</summary>
    public string? Code => Json["code"]?.GetValue<string>();

    /// <summary>The body as <typeparamref name="T"/>, in the API's JSON form.</summary>
    public T As<T>() => JsonSerializer.Deserialize<T>(Text, JsonSerializerOptions.Web)!;

    /// <summary>Fails unless the status is the expected one; shows the body then.</summary>
    public Answer Expect(HttpStatusCode status) => Status == status ? this : throw new UnexpectedAnswerException(
        $"Expected {(int)status} {status}, got {(int)Status} {Status} for {Response.RequestMessage?.Method} {Response.RequestMessage?.RequestUri}:\n{Text}");

    /// <summary>Fails unless the answer is a problem with this status and code.</summary>
    public Answer ExpectProblem(HttpStatusCode status, string code) => Expect(status).Code == code ? this : throw new UnexpectedAnswerException(
        $"Expected the problem {code}, got:\n{Text}");
}

/// <summary>An answer is not the expected one.</summary>
public sealed class UnexpectedAnswerException(string message) : Exception(message);

/// <summary>Calls as a client of the API makes them.</summary>
public static class Calls
{
    /// <summary>GET.</summary>
    public static Task<Answer> CallAsync(this HttpClient http, string url) => http.CallAsync(HttpMethod.Get, url);

    /// <summary>Any verb with a body (an object, or JSON text) and the headers that Kim's API knows.</summary>
    public static async Task<Answer> CallAsync(this HttpClient http, HttpMethod method, string url, object? body = null, string? ifMatch = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, url);
        if (body is string text) request.Content = new StringContent(text, new MediaTypeHeaderValue("application/json"));
        else if (body is not null) request.Content = JsonContent.Create(body);
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        var response = await http.SendAsync(request);
        return new Answer(response, await response.Content.ReadAsStringAsync());
    }

    /// <summary>POST; the client adds an <c>Idempotency-Key</c> of its own when <paramref name="key"/> is null.</summary>
    public static Task<Answer> PostAsync(this HttpClient http, string url, object body, string? key = null, string? ifMatch = null) =>
        http.CallAsync(HttpMethod.Post, url, body, ifMatch, key);

    /// <summary>PUT with <c>If-Match</c>.</summary>
    public static Task<Answer> PutAsync(this HttpClient http, string url, object body, string? ifMatch) =>
        http.CallAsync(HttpMethod.Put, url, body, ifMatch);
}
