using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Kim.Testing;

/// <summary>RabbitMQ's management API, as far as tests need it.</summary>
internal sealed class BrokerApi : IDisposable
{
    private readonly HttpClient _http;

    internal BrokerApi(KimServers servers)
    {
        _http = new HttpClient { BaseAddress = servers.RabbitApi, Timeout = TimeSpan.FromSeconds(20) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(servers.Rabbit.UserInfo))));
    }

    internal async Task PingAsync() => (await _http.GetAsync("api/overview")).EnsureSuccessStatusCode();

    internal async Task PutAsync(string path, object body)
    {
        using var answer = await _http.PutAsJsonAsync("api/" + path, body);
        answer.EnsureSuccessStatusCode();
    }

    internal async Task DeleteAsync(string path)
    {
        using var answer = await _http.DeleteAsync("api/" + path);
    }

    internal async Task<JsonElement> GetAsync(string path) => await _http.GetFromJsonAsync<JsonElement>("api/" + path);

    internal async Task<JsonElement> PostAsync(string path, object body)
    {
        using var answer = await _http.PostAsJsonAsync("api/" + path, body);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public void Dispose() => _http.Dispose();
}
