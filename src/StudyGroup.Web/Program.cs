using StudyGroup.Web.Shell;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    // The repository root in development, the publish folder in production - whatever the working directory is.
    ContentRootPath = File.Exists("appsettings.json") ? null : AppContext.BaseDirectory,
});

// The address in appsettings.json is a default: ASPNETCORE_URLS and the command line win over it.
builder.Configuration.AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args);

// Pages, islands, layouts, interface texts.
builder.Services.AddShell();

var app = builder.Build();

// Faults and unknown addresses.
app.UseFaultPages();

// Forms.
app.UseAntiforgery();

// Static files and pages.
app.MapStaticAssets();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();

app.Run();
