use strict; use warnings; use ZMQ::FFI; use ZMQ::FFI::Constants qw(ZMQ_DEALER); use Data::MessagePack;
my ($run_dir, $image) = @ARGV;
my ($context, $mp) = (ZMQ::FFI->new, Data::MessagePack->new->utf8);
sub ask {
    my ($name, $verb, $args, $part) = @_;
    my $s = $context->socket(ZMQ_DEALER);
    $s->connect("ipc://$run_dir/$name.sock");
    $s->send($mp->pack({ v => 1, id => 1, verb => $verb, args => $args }));
    while (1) {
        my ($body, $data) = $s->recv_multipart;
        my $reply = Data::MessagePack->unpack($body);
        die "$reply->{error}{code}: $reply->{error}{message}\n" unless $reply->{ok};
        return $reply->{result} unless $reply->{more};
        $part->($data) if $part;
    }
}
my $id = ask("control", "container.run", { image => $image, argv => ["echo", "hello from a script"] })->{id};
ask("control", "container.wait", { container => $id });
ask("data", "container.logs", { container => $id }, sub { print $_[0] });
