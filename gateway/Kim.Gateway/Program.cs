using Kim.Gateway.Docs;
using Kim.Gateway.Edge;
using Kim.Gateway.Routing;
using Kim.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddProcessDefaults("gateway");
builder.Services.AddCallerLimits(builder.Configuration);
builder.Services.AddRoutes();

var app = builder.Build();
app.UseSecurityHeaders(builder.Configuration);
app.UseProcessDefaults();
app.UseEdge(builder.Configuration);
app.UseRateLimiter();
app.MapDocs();
app.MapRoutes();
app.Run();
