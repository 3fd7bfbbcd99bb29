using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace StudyGroup.Web.Tests.Languages;

/// <summary>The texts of the interface as pages get them.</summary>
internal sealed class Words : IDisposable
{
    private readonly ServiceProvider provider = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

    public IStringLocalizer<T> Of<T>() => provider.GetRequiredService<IStringLocalizer<T>>();

    public void Dispose() => provider.Dispose();
}
