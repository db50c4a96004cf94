// The program: a thin shell over the library.
int main() { return 2; }
