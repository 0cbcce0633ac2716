using Kim.Naturalisation;
using Kim.ServiceKit;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("naturalisation");
builder.AddServiceKit<NaturalisationDb>("naturalisation", NaturalisationPolicies.Table, _ => { });
builder.Services.AddValidation();

var app = builder.Build();
if (await app.RunModeAsync<NaturalisationDb>(args)) return Environment.ExitCode;

app.UseServiceDefaults();
app.UseServiceKit<NaturalisationDb>();
NaturalisationApi.Map(app.MapApi("naturalisation"));
app.Run();
return 0;

/// <summary>Entry point, named so that tests can host the service.</summary>
public partial class Program;
