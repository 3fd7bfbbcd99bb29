using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.JSInterop;
using StudyGroup.Web.Discussion;
using Xunit;

#pragma warning disable BL0006 // A renderer is what tells a fault at disposal, and no package that wraps one is at hand.
namespace StudyGroup.Web.Tests.Discussion;

public sealed class ModalDialogTests
{
    /// <summary>A call that nobody answered is cancelled, a line that was cut is disconnected, and a script may be put away before.</summary>
    public static TheoryData<Exception> EndsOfAPage => [new TaskCanceledException(), new JSDisconnectedException("The circuit is gone."), new ObjectDisposedException("script")];

    [Theory]
    [MemberData(nameof(EndsOfAPage), DisableDiscoveryEnumeration = true)]
    public async Task A_page_that_leaves_while_its_dialog_is_put_away_is_no_fault(Exception end) => Assert.Null(await FaultAsync(end));

    [Fact]
    public async Task A_fault_of_the_dialogs_script_is_told()
    {
        var fault = new JSException("The script is broken.");

        Assert.Same(fault, await FaultAsync(fault));
    }

    /// <summary>What the page is told when the dialog leaves it and its script answers with the exception.</summary>
    private static async Task<Exception?> FaultAsync(Exception exception)
    {
        var page = new Page(new ServiceCollection().AddSingleton<IJSRuntime>(new Browser(exception)).BuildServiceProvider());
        await page.ShowAsync(new Dictionary<string, object?> { [nameof(ModalDialog.Title)] = "Delete?", [nameof(ModalDialog.Cancel)] = "Cancel" });

        await page.DisposeAsync();

        return page.Fault;
    }

    private sealed class Browser(Exception exception) : IJSRuntime, IJSObjectReference
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => InvokeAsync<TValue>(identifier, CancellationToken.None, args);

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
            (object)this is TValue script ? ValueTask.FromResult(script) : default;

        public ValueTask DisposeAsync() => ValueTask.FromException(exception);
    }

    private sealed class Page(IServiceProvider services) : Renderer(services, NullLoggerFactory.Instance)
    {
        public Exception? Fault { get; private set; }

        public override Dispatcher Dispatcher { get; } = Dispatcher.CreateDefault();

        public Task ShowAsync(IDictionary<string, object?> parameters) =>
            Dispatcher.InvokeAsync(() => RenderRootComponentAsync(AssignRootComponentId(InstantiateComponent(typeof(ModalDialog))), ParameterView.FromDictionary(parameters)));

        protected override void HandleException(Exception exception) => Fault = exception;

        protected override Task UpdateDisplayAsync(in RenderBatch renderBatch) => Task.CompletedTask;
    }
}
