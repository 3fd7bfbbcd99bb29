Console.WriteLine("This console exists for the migrations tool: see \"How to develop\" in README.md.");
